<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChronologyPage</name>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} event</numerusform>
            <numerusform>{n} events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quotation(s)</source>
        <translation>
            <numerusform>{n} quotation</numerusform>
            <numerusform>{n} quotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} source(s)</source>
        <translation>
            <numerusform>{n} source</numerusform>
            <numerusform>{n} sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message numerus="yes">
        <source>Copied: %n source(s)</source>
        <translation>
            <numerusform>Copied: %n source</numerusform>
            <numerusform>Copied: %n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultsDialog</name>
    <message numerus="yes">
        <source>%n fault(s) found. The chronology that was open stays open.</source>
        <translation>
            <numerusform>%n fault found. The chronology that was open stays open.</numerusform>
            <numerusform>%n faults found. The chronology that was open stays open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FullTexts</name>
    <message numerus="yes">
        <source>%n full text(s) added.</source>
        <translation>
            <numerusform>%n full text added.</numerusform>
            <numerusform>%n full texts added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} event</numerusform>
            <numerusform>{n} events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{0} of {n} event(s) in view</source>
        <translation>
            <numerusform>{0} of {n} event in view</numerusform>
            <numerusform>{0} of {n} events in view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} title(s) shown</source>
        <translation>
            <numerusform>{n} title shown</numerusform>
            <numerusform>{n} titles shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quotation(s)</source>
        <translation>
            <numerusform>{n} quotation</numerusform>
            <numerusform>{n} quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
</TS>
