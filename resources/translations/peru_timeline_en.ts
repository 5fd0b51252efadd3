<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>%n field(s) hold text that is not understood and not in the file.</source>
        <translation>
            <numerusform>%n field holds text that is not understood and not in the file.</numerusform>
            <numerusform>%n fields hold text that is not understood and not in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCommands</name>
    <message numerus="yes">
        <source>Pack the %n full text(s) that you added, too?</source>
        <translation>
            <numerusform>Pack the %n full text that you added, too?</numerusform>
            <numerusform>Pack the %n full texts that you added, too?</numerusform>
        </translation>
    </message>
</context>
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
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatesPage</name>
    <message numerus="yes">
        <source>The dates of {n} row(s) have several meanings.</source>
        <translation>
            <numerusform>The date of {n} row has several meanings.</numerusform>
            <numerusform>The dates of {n} rows have several meanings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventCommands</name>
    <message numerus="yes">
        <source>%n event(s) changed</source>
        <translation>
            <numerusform>%n event changed</numerusform>
            <numerusform>%n events changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventPage</name>
    <message numerus="yes">
        <source>%n more actor(s)</source>
        <translation>
            <numerusform>%n more actor</numerusform>
            <numerusform>%n more actors</numerusform>
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
    <name>Footer</name>
    <message numerus="yes">
        <source>{n} row(s)</source>
        <translation>
            <numerusform>{n} row</numerusform>
            <numerusform>{n} rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} event</numerusform>
            <numerusform>{n} events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row(s)</source>
        <translation>
            <numerusform>{n} row</numerusform>
            <numerusform>{n} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} column(s)</source>
        <translation>
            <numerusform>{n} column</numerusform>
            <numerusform>{n} columns</numerusform>
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
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenFiles</name>
    <message numerus="yes">
        <source>The file has %n fault(s) now; what was open stays.</source>
        <translation>
            <numerusform>The file has %n fault now; what was open stays.</numerusform>
            <numerusform>The file has %n faults now; what was open stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} event</numerusform>
            <numerusform>{n} events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first {n} event(s)</source>
        <translation>
            <numerusform>the first {n} event</numerusform>
            <numerusform>the first {n} events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityDialog</name>
    <message numerus="yes">
        <source>%n event(s) may need another look. None of this is a fault.</source>
        <translation>
            <numerusform>%n event may need another look. None of this is a fault.</numerusform>
            <numerusform>%n events may need another look. None of this is a fault.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message numerus="yes">
        <source>%n quotation(s) from this text.</source>
        <translation>
            <numerusform>%n quotation from this text.</numerusform>
            <numerusform>%n quotations from this text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>The chronology has {n} event(s). It opens at once, and is a file once you save it.</source>
        <translation>
            <numerusform>The chronology has {n} event. It opens at once, and is a file once you save it.</numerusform>
            <numerusform>The chronology has {n} events. It opens at once, and is a file once you save it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole file ({n} event(s))</source>
        <translation>
            <numerusform>The whole file ({n} event)</numerusform>
            <numerusform>The whole file ({n} events)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only rows without fault ({n} event(s))</source>
        <translation>
            <numerusform>Only rows without fault ({n} event)</numerusform>
            <numerusform>Only rows without fault ({n} events)</numerusform>
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
    <name>SeveralDialog</name>
    <message numerus="yes">
        <source>%n event(s) chosen in the table</source>
        <translation>
            <numerusform>%n event chosen in the table</numerusform>
            <numerusform>%n events chosen in the table</numerusform>
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
    <name>TextField</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
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
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n difference(s) taken over</source>
        <translation>
            <numerusform>%n difference taken over</numerusform>
            <numerusform>%n differences taken over</numerusform>
        </translation>
    </message>
</context>
</TS>
