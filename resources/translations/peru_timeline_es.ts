<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A timeline of a source-cited chronology. It works offline and sends nothing anywhere.</source>
        <translation>Línea de tiempo de una cronología con citas de sus fuentes. Funciona sin conexión y no envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Sources of this chronology:</source>
        <translation>Fuentes de esta cronología:</translation>
    </message>
    <message>
        <source>The program is under the MIT licence. The chronology that comes with it is under CC BY 4.0; the quotations in it belong to their authors.</source>
        <translation>El programa se distribuye con la licencia MIT. La cronología que lo acompaña, con CC BY 4.0; las citas que contiene pertenecen a sus autores.</translation>
    </message>
    <message>
        <source>It uses Qt and PySide6 (LGPL-3), pyqtgraph (MIT), NumPy (BSD), pydantic (MIT), msgspec (BSD), platformdirs (MIT), python-pptx and python-docx (MIT), fontTools (MIT), python-isal (PSF-2.0) with ISA-L (BSD), and the fonts Inter, Source Serif 4, Arimo and Tinos (SIL Open Font License).</source>
        <translation>Usa Qt y PySide6 (LGPL-3), pyqtgraph (MIT), NumPy (BSD), pydantic (MIT), msgspec (BSD), platformdirs (MIT), python-pptx y python-docx (MIT), fontTools (MIT), python-isal (PSF-2.0) con ISA-L (BSD), y las fuentes Inter, Source Serif 4, Arimo y Tinos (SIL Open Font License).</translation>
    </message>
    <message>
        <source>The licence of each part is in {0}</source>
        <translation>La licencia de cada parte está en {0}</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Peru Timeline</source>
        <translation>Acerca de Peru Timeline</translation>
    </message>
    <message>
        <source>Versions, sources and licences</source>
        <translation>Versiones, fuentes y licencias</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Events shown: {0} of {1}</source>
        <translation>Hechos a la vista: {0} de {1}</translation>
    </message>
    <message>
        <source>No event is selected</source>
        <translation>Ningún hecho seleccionado</translation>
    </message>
    <message>
        <source>Selected: {0}</source>
        <translation>Seleccionado: {0}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Damaged settings have been reset. The old file: {0}</source>
        <translation>Se restablecieron ajustes dañados. El archivo anterior: {0}</translation>
    </message>
    <message>
        <source>The settings could not be read: {0}</source>
        <translation>No se pudieron leer los ajustes: {0}</translation>
    </message>
    <message>
        <source>The settings could not be saved: {0}</source>
        <translation>No se pudieron guardar los ajustes: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) hold text that is not understood and not in the file.</source>
        <translation>
            <numerusform>%n campo tiene un texto que no se entiende y no está en el archivo.</numerusform>
            <numerusform>%n campos tienen texto que no se entiende y no está en el archivo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
</context>
<context>
    <name>Arranger</name>
    <message>
        <source>What you arrange belongs to no saved view yet: “Keep with the view” asks for a name.</source>
        <translation>Lo que dispone no pertenece aún a ninguna vista guardada: «Conservar con la vista» pide un nombre.</translation>
    </message>
    <message>
        <source>Not kept with the view yet.</source>
        <translation>Aún no se conserva con la vista.</translation>
    </message>
    <message>
        <source>Kept with the view.</source>
        <translation>Se conserva con la vista.</translation>
    </message>
    <message>
        <source>Click a title to choose it, drag it elsewhere, double-click to switch it off; drag over empty space for a band. Tab, arrow keys and the menu key do the same.</source>
        <translation>Haga clic en un título para elegirlo, arrástrelo a otro lugar, doble clic para desactivarlo; arrastre sobre un espacio vacío para una banda. Tab, las flechas y la tecla de menú hacen lo mismo.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Band here…</source>
        <translation>Banda aquí…</translation>
    </message>
    <message>
        <source>Line here…</source>
        <translation>Línea aquí…</translation>
    </message>
    <message>
        <source>New lane</source>
        <translation>Franja nueva</translation>
    </message>
    <message>
        <source>Name of the lane</source>
        <translation>Nombre de la franja</translation>
    </message>
    <message>
        <source>Keep with a view</source>
        <translation>Conservar con una vista</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nombre de la vista</translation>
    </message>
    <message>
        <source>A view with this name exists; choose another name.</source>
        <translation>Ya existe una vista con este nombre; elija otro.</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>Title shown</source>
        <translation>Título visible</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>Resaltado</translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation>Atenuado</translation>
    </message>
    <message>
        <source>To the left of its mark</source>
        <translation>A la izquierda de su marca</translation>
    </message>
    <message>
        <source>To the right of its mark</source>
        <translation>A la derecha de su marca</translation>
    </message>
    <message>
        <source>One row up</source>
        <translation>Una fila más arriba</translation>
    </message>
    <message>
        <source>One row down</source>
        <translation>Una fila más abajo</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation>Ninguna propia</translation>
    </message>
    <message>
        <source>New lane…</source>
        <translation>Franja nueva…</translation>
    </message>
    <message>
        <source>Let the rules decide</source>
        <translation>Que decidan las reglas</translation>
    </message>
    <message>
        <source>Show another title</source>
        <translation>Mostrar otro título</translation>
    </message>
    <message>
        <source>This band stands in the chronology</source>
        <translation>Esta banda está en la cronología</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Headline: {0}</source>
        <translation>Titular: {0}</translation>
    </message>
    <message>
        <source>Line below the headline: {0}</source>
        <translation>Línea bajo el titular: {0}</translation>
    </message>
    <message>
        <source>Band: {0}</source>
        <translation>Banda: {0}</translation>
    </message>
    <message>
        <source>Title off: {0}</source>
        <translation>Título desactivado: {0}</translation>
    </message>
    <message>
        <source>to the left of its mark</source>
        <translation>a la izquierda de su marca</translation>
    </message>
    <message>
        <source>to the right of its mark</source>
        <translation>a la derecha de su marca</translation>
    </message>
    <message>
        <source>{0}; row {1}, {2}</source>
        <translation>{0}; fila {1}, {2}</translation>
    </message>
    <message>
        <source>{0}, highlighted</source>
        <translation>{0}, resaltado</translation>
    </message>
    <message>
        <source>{0}, dimmed</source>
        <translation>{0}, atenuado</translation>
    </message>
</context>
<context>
    <name>ArrangingBar</name>
    <message>
        <source>Title…</source>
        <translation>Título…</translation>
    </message>
    <message>
        <source>What can be done to the chosen title (menu key)</source>
        <translation>Qué se puede hacer con el título elegido (tecla de menú)</translation>
    </message>
    <message>
        <source>Band…</source>
        <translation>Banda…</translation>
    </message>
    <message>
        <source>Add a band over a stretch of time; or drag over it</source>
        <translation>Añadir una banda sobre un período; o arrastre sobre él</translation>
    </message>
    <message>
        <source>Line…</source>
        <translation>Línea…</translation>
    </message>
    <message>
        <source>Add a line at a moment</source>
        <translation>Añadir una línea en un momento</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Let the rules decide everything again</source>
        <translation>Que las reglas lo decidan todo de nuevo</translation>
    </message>
    <message>
        <source>Keep with the view</source>
        <translation>Conservar con la vista</translation>
    </message>
    <message>
        <source>Save the arrangement in my views</source>
        <translation>Guardar la disposición en mis vistas</translation>
    </message>
</context>
<context>
    <name>BandDialog</name>
    <message>
        <source>Change band</source>
        <translation>Cambiar banda</translation>
    </message>
    <message>
        <source>Add band</source>
        <translation>Añadir banda</translation>
    </message>
    <message>
        <source>Such as: Government of Castillo</source>
        <translation>Por ejemplo: Gobierno de Castillo</translation>
    </message>
    <message>
        <source>From/to, such as 2021-07-28/2022-12-07 or 2020-03~/2022; one day makes a line</source>
        <translation>Desde/hasta, como 2021-07-28/2022-12-07 o 2020-03~/2022; un solo día hace una línea</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Turquesa</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Púrpura</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliva</translation>
    </message>
</context>
<context>
    <name>BandsDialog</name>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>No source is quoted for it.</source>
        <translation>No se cita ninguna fuente.</translation>
    </message>
    <message>
        <source>This chronology has no bands. They stand in its file, under “bands”.</source>
        <translation>Esta cronología no tiene bandas. Están en su archivo, en «bands».</translation>
    </message>
</context>
<context>
    <name>BundleCommands</name>
    <message>
        <source>Save an evidence bundle</source>
        <translation>Guardar un paquete de pruebas</translation>
    </message>
    <message numerus="yes">
        <source>Pack the %n full text(s) that you added, too?</source>
        <translation>
            <numerusform>¿Incluir también %n texto completo que agregó?</numerusform>
            <numerusform>¿Incluir también los %n textos completos que agregó?</numerusform>
        </translation>
    </message>
    <message>
        <source>With them, whoever receives the bundle can look up every quotation. Texts may be protected: pass on only what you may.</source>
        <translation>Con ellos, quien reciba el paquete puede buscar cada cita. Los textos pueden estar protegidos: comparta solo lo que pueda.</translation>
    </message>
    <message>
        <source>With the full texts</source>
        <translation>Con los textos completos</translation>
    </message>
    <message>
        <source>Without them</source>
        <translation>Sin ellos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>No se pudo escribir {0}: {1}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Escrito: {0}</translation>
    </message>
    <message>
        <source>Check an evidence bundle</source>
        <translation>Comprobar un paquete de pruebas</translation>
    </message>
    <message>
        <source>The bundle is not as it was packed:</source>
        <translation>El paquete no está como se hizo:</translation>
    </message>
    <message>
        <source>Nothing was changed: every quotation stands.</source>
        <translation>No se cambió nada: todas las citas se sostienen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Quotations whose documents are not in the bundle could not be looked up.</source>
        <translation>No se cambió nada. Las citas cuyos documentos no están en el paquete no se pudieron cotejar.</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>y {0} más</translation>
    </message>
    <message>
        <source>{0} quotations, {1} of them looked up in their documents.</source>
        <translation>{0} citas, {1} de ellas buscadas en sus documentos.</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest: {0}</source>
        <translation>SHA-256 del manifiesto: {0}</translation>
    </message>
</context>
<context>
    <name>ChangedMeanwhile</name>
    <message>
        <source>The file was changed</source>
        <translation>El archivo ha cambiado</translation>
    </message>
    <message>
        <source>Another program changed “{0}” while you were changing it here. What it changed is below; what both changed is not ticked. Ticked changes can go together with yours.</source>
        <translation>Otro programa cambió «{0}» mientras usted lo cambiaba aquí. Abajo está lo que cambió; lo que cambiaron ambos no está marcado. Lo marcado puede ir junto con lo suyo.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>Ahora en el archivo</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambos</translation>
    </message>
    <message>
        <source>Keep mine only</source>
        <translation>Solo lo mío</translation>
    </message>
    <message>
        <source>Keep theirs only</source>
        <translation>Solo lo suyo</translation>
    </message>
</context>
<context>
    <name>ChronologyPage</name>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} hecho</numerusform>
            <numerusform>{n} hechos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quotation(s)</source>
        <translation>
            <numerusform>{n} cita</numerusform>
            <numerusform>{n} citas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} source(s)</source>
        <translation>
            <numerusform>{n} fuente</numerusform>
            <numerusform>{n} fuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Qué significan las marcas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>How to move about</source>
        <translation>Cómo moverse</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>read what the sources say about an event</source>
        <translation>leer lo que dicen las fuentes sobre un hecho</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>zoom in or out at the pointer</source>
        <translation>acercar o alejar bajo el puntero</translation>
    </message>
    <message>
        <source>show everything again</source>
        <translation>volver a mostrarlo todo</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>move in time</source>
        <translation>moverse en el tiempo</translation>
    </message>
    <message>
        <source>go from event to event</source>
        <translation>ir de un hecho a otro</translation>
    </message>
    <message>
        <source>search</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>show it to an audience, view by view</source>
        <translation>mostrarlo a un público, vista por vista</translation>
    </message>
    <message>
        <source>every command by name</source>
        <translation>todas las órdenes por su nombre</translation>
    </message>
    <message>
        <source>every key</source>
        <translation>todas las teclas</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Rows of the file</source>
        <translation>Filas del archivo</translation>
    </message>
    <message>
        <source>Say above each column what it holds; the timeline below follows.</source>
        <translation>Indique sobre cada columna qué contiene; la línea de tiempo de abajo lo sigue.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>Nombre de una orden</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Ninguna orden se llama así.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open the Peru chronology</source>
        <translation>Abrir la cronología del Perú</translation>
    </message>
    <message>
        <source>Open a sample…</source>
        <translation>Abrir una muestra…</translation>
    </message>
    <message>
        <source>New from template…</source>
        <translation>Nueva a partir de plantilla…</translation>
    </message>
    <message>
        <source>Save a spreadsheet to fill in…</source>
        <translation>Guardar una hoja de cálculo para llenar…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Quote from a document…</source>
        <translation>Citar un documento…</translation>
    </message>
    <message>
        <source>Quote what was copied…</source>
        <translation>Citar lo copiado…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>Compare with another version…</source>
        <translation>Comparar con otra versión…</translation>
    </message>
    <message>
        <source>What was changed since saving…</source>
        <translation>Qué ha cambiado desde que se guardó…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Volver a leer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Hecho nuevo</translation>
    </message>
    <message>
        <source>Edit the event</source>
        <translation>Editar el hecho</translation>
    </message>
    <message>
        <source>Change several events…</source>
        <translation>Cambiar varios hechos…</translation>
    </message>
    <message>
        <source>Delete the event</source>
        <translation>Eliminar el hecho</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Clear search, filters or selection</source>
        <translation>Quitar búsqueda, filtros o selección</translation>
    </message>
    <message>
        <source>Copy event with citations</source>
        <translation>Copiar el hecho con sus citas</translation>
    </message>
    <message>
        <source>Copy sources as BibTeX</source>
        <translation>Copiar las fuentes como BibTeX</translation>
    </message>
    <message>
        <source>Copy sources as RIS</source>
        <translation>Copiar las fuentes como RIS</translation>
    </message>
    <message>
        <source>Copy sources as CSL-JSON</source>
        <translation>Copiar las fuentes como CSL-JSON</translation>
    </message>
    <message>
        <source>Copy sources in APA style</source>
        <translation>Copiar fuentes en estilo APA</translation>
    </message>
    <message>
        <source>Copy sources in MLA style</source>
        <translation>Copiar fuentes en estilo MLA</translation>
    </message>
    <message>
        <source>Copy sources in Chicago style</source>
        <translation>Copiar fuentes en estilo Chicago</translation>
    </message>
    <message>
        <source>Copy sources in ISO 690 style</source>
        <translation>Copiar fuentes en estilo ISO 690</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Guardar vista…</translation>
    </message>
    <message>
        <source>Saved views…</source>
        <translation>Vistas guardadas…</translation>
    </message>
    <message>
        <source>Present the saved views</source>
        <translation>Presentar las vistas guardadas</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show the opening view</source>
        <translation>Mostrar la vista inicial</translation>
    </message>
    <message>
        <source>Zoom to the selected event, and back</source>
        <translation>Acercar al hecho elegido, y volver</translation>
    </message>
    <message>
        <source>Fit the lanes to what is in view</source>
        <translation>Ajustar las franjas a lo que está a la vista</translation>
    </message>
    <message>
        <source>Undo the move of a lane</source>
        <translation>Deshacer el cambio de lugar de una franja</translation>
    </message>
    <message>
        <source>Reset the order of the lanes</source>
        <translation>Restablecer el orden de las franjas</translation>
    </message>
    <message>
        <source>Read every title, or see the overview</source>
        <translation>Leer todos los títulos o ver el panorama</translation>
    </message>
    <message>
        <source>List events without a given date</source>
        <translation>Listar los hechos sin fecha dada</translation>
    </message>
    <message>
        <source>Group by sector</source>
        <translation>Agrupar por sector</translation>
    </message>
    <message>
        <source>Group by actor</source>
        <translation>Agrupar por actor</translation>
    </message>
    <message>
        <source>Group by source</source>
        <translation>Agrupar por fuente</translation>
    </message>
    <message>
        <source>One lane for all events</source>
        <translation>Una sola franja para todos los hechos</translation>
    </message>
    <message>
        <source>Bands and their sources…</source>
        <translation>Bandas y sus fuentes…</translation>
    </message>
    <message>
        <source>Even out crowded years</source>
        <translation>Dar más espacio a los años cargados</translation>
    </message>
    <message>
        <source>Dim filtered-out events</source>
        <translation>Atenuar los hechos que el filtro deja fuera</translation>
    </message>
    <message>
        <source>Make the panel with the focus larger</source>
        <translation>Agrandar el panel activo</translation>
    </message>
    <message>
        <source>Make the panel with the focus smaller</source>
        <translation>Reducir el panel activo</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>Colores del sistema</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>Back to the previous view</source>
        <translation>Volver a la vista anterior</translation>
    </message>
    <message>
        <source>Forward to the next view</source>
        <translation>Ir a la vista siguiente</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Selected event</source>
        <translation>Hecho elegido</translation>
    </message>
    <message>
        <source>Table of events</source>
        <translation>Tabla de hechos</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barra de menús</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reducir el movimiento</translation>
    </message>
    <message>
        <source>Wheel scrolls the lanes instead of zooming</source>
        <translation>La rueda desplaza las franjas en vez de acercar</translation>
    </message>
    <message>
        <source>Single keys act on the timeline</source>
        <translation>Teclas sueltas actúan sobre la línea de tiempo</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Hecho siguiente</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Hecho anterior</translation>
    </message>
    <message>
        <source>Go to the timeline</source>
        <translation>Ir a la línea de tiempo</translation>
    </message>
    <message>
        <source>Read in context</source>
        <translation>Leer en contexto</translation>
    </message>
    <message>
        <source>Add full texts…</source>
        <translation>Añadir textos completos…</translation>
    </message>
    <message>
        <source>Check the quotations…</source>
        <translation>Comprobar las citas…</translation>
    </message>
    <message>
        <source>Quality of the chronology…</source>
        <translation>Calidad de la cronología…</translation>
    </message>
    <message>
        <source>Save an evidence bundle…</source>
        <translation>Guardar un paquete de pruebas…</translation>
    </message>
    <message>
        <source>Check an evidence bundle…</source>
        <translation>Comprobar un paquete de pruebas…</translation>
    </message>
    <message>
        <source>Every command by name…</source>
        <translation>Todas las órdenes por su nombre…</translation>
    </message>
    <message>
        <source>Open the menus</source>
        <translation>Abrir los menús</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Atajos de teclado…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Buscar actualizaciones</translation>
    </message>
    <message>
        <source>About Peru Timeline</source>
        <translation>Acerca de Peru Timeline</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>A&amp;justes</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>&amp;Fuentes</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Wheel, or pinch</source>
        <extracomment>Gestures and keys of the timeline itself.</extracomment>
        <translation>Rueda o pellizco</translation>
    </message>
    <message>
        <source>Drag, or two fingers</source>
        <translation>Arrastrar, o dos dedos</translation>
    </message>
    <message>
        <source>Move in time and through the lanes</source>
        <translation>Moverse en el tiempo y por las franjas</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Mayús + rueda</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>Moverse en el tiempo</translation>
    </message>
    <message>
        <source>Shift + drag</source>
        <translation>Mayús + arrastrar</translation>
    </message>
    <message>
        <source>Zoom in or out at the pointer</source>
        <translation>Acercar o alejar bajo el puntero</translation>
    </message>
    <message>
        <source>Select a span of time</source>
        <translation>Seleccionar un período</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Select an event</source>
        <translation>Elegir un hecho</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Zoom to an event, a cluster or a lane</source>
        <translation>Acercar a un hecho, un grupo o una franja</translation>
    </message>
    <message>
        <source>Previous and next event</source>
        <translation>Hecho anterior y siguiente</translation>
    </message>
    <message>
        <source>Event in the lane above and below</source>
        <translation>Hecho de la franja de arriba y de abajo</translation>
    </message>
    <message>
        <source>Names of lanes; Enter shows one alone, Esc all</source>
        <translation>Nombres de franjas; Intro muestra una sola, Esc todas</translation>
    </message>
    <message>
        <source>Move the lane up and down</source>
        <translation>Mover la franja arriba y abajo</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>First and last event</source>
        <translation>Primer y último hecho</translation>
    </message>
    <message>
        <source>Alt+↑, Alt+↓</source>
        <translation>Alt+↑, Alt+↓</translation>
    </message>
    <message>
        <source>Sort the table by its current column</source>
        <translation>Ordenar la tabla por la columna actual</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n diferencia</numerusform>
            <numerusform>%n diferencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Take over what is ticked</source>
        <translation>Tomar lo marcado</translation>
    </message>
</context>
<context>
    <name>ContextDialog</name>
    <message>
        <source>Read in context</source>
        <translation>Leer en contexto</translation>
    </message>
    <message>
        <source>Full text of the source</source>
        <translation>Texto completo de la fuente</translation>
    </message>
    <message>
        <source>Previous quotation</source>
        <translation>Cita anterior</translation>
    </message>
    <message>
        <source>Next quotation</source>
        <translation>Cita siguiente</translation>
    </message>
    <message>
        <source>Quotation {0} of {1} from this text</source>
        <translation>Cita {0} de {1} de este texto</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>2012-05-04, early May 2012, c. 1850 …</source>
        <translation>2012-05-04, principios de mayo de 2012, hacia 1850 …</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>This is not understood as a date.</source>
        <translation>Esto no se entiende como fecha.</translation>
    </message>
    <message>
        <source>date of “{0}”</source>
        <translation>fecha de «{0}»</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Elegir un día</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>DatesPage</name>
    <message>
        <source>Which dates are listed</source>
        <translation>Qué fechas se muestran</translation>
    </message>
    <message>
        <source>Dates as found and as understood</source>
        <translation>Fechas como constan y como se entienden</translation>
    </message>
    <message numerus="yes">
        <source>The dates of {n} row(s) have several meanings.</source>
        <translation>
            <numerusform>La fecha de {n} fila tiene varios significados.</numerusform>
            <numerusform>Las fechas de {n} filas tienen varios significados.</numerusform>
        </translation>
    </message>
    <message>
        <source>No date has several meanings.</source>
        <translation>Ninguna fecha tiene varios significados.</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Idioma de los textos</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>No indicado</translation>
    </message>
    <message>
        <source>As the file states: {0}</source>
        <translation>Como indica el archivo: {0}</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Todas las fechas</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Como consta</translation>
    </message>
    <message>
        <source>As understood</source>
        <translation>Como se entiende</translation>
    </message>
    <message>
        <source>How well</source>
        <translation>Con qué exactitud</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Chronology</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>How the date is known</source>
        <translation>Cómo se conoce la fecha</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Actores</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Related events</source>
        <translation>Hechos relacionados</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Parte de</translation>
    </message>
</context>
<context>
    <name>DifferencesView</name>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Usted escribió</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Text of the document</source>
        <translation>Texto del documento</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Selected event</source>
        <translation>Hecho elegido</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close: {0}</source>
        <translation>Cerrar: {0}</translation>
    </message>
</context>
<context>
    <name>DroppedDialog</name>
    <message>
        <source>A document was dropped</source>
        <translation>Se ha soltado un documento</translation>
    </message>
    <message>
        <source>“{0}” can be quoted from, or imported if it lists events.</source>
        <translation>«{0}» puede citarse o, si enumera hechos, importarse.</translation>
    </message>
    <message>
        <source>Quote from it</source>
        <translation>Citarlo</translation>
    </message>
    <message>
        <source>Import its events</source>
        <translation>Importar sus hechos</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Copied: event, quotations and citations</source>
        <translation>Copiado: el hecho, sus citas y sus referencias</translation>
    </message>
</context>
<context>
    <name>EventCommands</name>
    <message>
        <source>Undo: {0}</source>
        <translation>Deshacer: {0}</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>Rehacer: {0}</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Hecho nuevo</translation>
    </message>
    <message>
        <source>new event</source>
        <translation>hecho nuevo</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Deshecho: {0}</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>Hecho de nuevo: {0}</translation>
    </message>
    <message>
        <source>event “{0}” deleted</source>
        <translation>hecho «{0}» eliminado</translation>
    </message>
    <message>
        <source>Deleted: {0}. Undo brings it back.</source>
        <translation>Eliminado: {0}. Deshacer lo recupera.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) changed</source>
        <translation>
            <numerusform>%n hecho cambiado</numerusform>
            <numerusform>%n hechos cambiados</numerusform>
        </translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Sin cambios</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Edit the event</source>
        <translation>Editar el hecho</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Read the event again</source>
        <translation>Volver a leer el hecho</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>title of “{0}”</source>
        <translation>título de «{0}»</translation>
    </message>
    <message>
        <source>How the date is known</source>
        <translation>Cómo se conoce la fecha</translation>
    </message>
    <message>
        <source>date of “{0}”</source>
        <translation>fecha de «{0}»</translation>
    </message>
    <message>
        <source>summary of “{0}”</source>
        <translation>resumen de «{0}»</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>sector of “{0}”</source>
        <translation>sector de «{0}»</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>status of “{0}”</source>
        <translation>estado de «{0}»</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>importance of “{0}”</source>
        <translation>importancia de «{0}»</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>A reader must see it at first</source>
        <translation>El lector debe verlo primero</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Ordinario</translation>
    </message>
    <message>
        <source>A detail</source>
        <translation>Un detalle</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>New actor</source>
        <translation>Actor nuevo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Unit: USD, percent, km …</source>
        <translation>Unidad: USD, percent, km …</translation>
    </message>
    <message>
        <source>What it measures</source>
        <translation>Qué mide</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Fuente nueva</translation>
    </message>
    <message>
        <source>Quotation, word for word</source>
        <translation>Cita textual, palabra por palabra</translation>
    </message>
    <message>
        <source>Section or page</source>
        <translation>Sección o página</translation>
    </message>
    <message>
        <source>Paragraph, a number</source>
        <translation>Párrafo, un número</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Clase de nota</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>Otro hecho</translation>
    </message>
    <message>
        <source>How it is related</source>
        <translation>Cómo se relaciona</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Actores</translation>
    </message>
    <message>
        <source>Add an actor</source>
        <translation>Añadir un actor</translation>
    </message>
    <message>
        <source>actors of “{0}”</source>
        <translation>actores de «{0}»</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Add a quotation</source>
        <translation>Añadir una cita</translation>
    </message>
    <message>
        <source>quotations of “{0}”</source>
        <translation>citas de «{0}»</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Add an amount</source>
        <translation>Añadir una cifra</translation>
    </message>
    <message>
        <source>amounts of “{0}”</source>
        <translation>cifras de «{0}»</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añadir una nota</translation>
    </message>
    <message>
        <source>notes on “{0}”</source>
        <translation>notas sobre «{0}»</translation>
    </message>
    <message>
        <source>Related events</source>
        <translation>Hechos relacionados</translation>
    </message>
    <message>
        <source>Add a tie</source>
        <translation>Añadir un vínculo</translation>
    </message>
    <message>
        <source>ties of “{0}”</source>
        <translation>vínculos de «{0}»</translation>
    </message>
    <message>
        <source>new actor “{0}”</source>
        <translation>actor nuevo «{0}»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Part of (nothing for a state or bloc)</source>
        <translation>Parte de (nada si es un Estado o bloque)</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Parte de</translation>
    </message>
    <message>
        <source>new source “{0}”</source>
        <translation>fuente nueva «{0}»</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Fecha de publicación</translation>
    </message>
    <message>
        <source>Address on the web</source>
        <translation>Dirección en la web</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Organismo</translation>
    </message>
    <message>
        <source>Armed service</source>
        <translation>Fuerza armada</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Newspaper article</source>
        <translation>Artículo de prensa</translation>
    </message>
    <message>
        <source>Journal article</source>
        <translation>Artículo de revista</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Libro</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
</context>
<context>
    <name>EventPage</name>
    <message>
        <source>Previous event</source>
        <translation>Hecho anterior</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Hecho siguiente</translation>
    </message>
    <message>
        <source>Position among the events shown</source>
        <translation>Posición entre los hechos mostrados</translation>
    </message>
    <message>
        <source>Edit the event</source>
        <translation>Editar el hecho</translation>
    </message>
    <message>
        <source>This event is filtered out.</source>
        <translation>El filtro deja fuera este hecho.</translation>
    </message>
    <message>
        <source>Show only events with this status</source>
        <translation>Mostrar solo los hechos con este estado</translation>
    </message>
    <message numerus="yes">
        <source>%n more actor(s)</source>
        <translation>
            <numerusform>%n actor más</numerusform>
            <numerusform>%n actores más</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}. Show only events with this actor</source>
        <translation>{0}. Mostrar solo los hechos con este actor</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>Lo que dicen las fuentes</translation>
    </message>
    <message>
        <source>What the source says</source>
        <translation>Lo que dice la fuente</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Relacionados</translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message>
        <source>Selected event</source>
        <translation>Hecho elegido</translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Events as a table</source>
        <translation>Hechos en una tabla</translation>
    </message>
</context>
<context>
    <name>EventTableModel</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Actores</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Select</source>
        <translation>Seleccionar</translation>
    </message>
    <message>
        <source>Selects the event</source>
        <translation>Selecciona el hecho</translation>
    </message>
    <message>
        <source>Selects the event and goes to its text</source>
        <translation>Selecciona el hecho y va a su texto</translation>
    </message>
    <message>
        <source>Actors: {0}.</source>
        <translation>Actores: {0}.</translation>
    </message>
    <message>
        <source>Status: {0}.</source>
        <translation>Estado: {0}.</translation>
    </message>
    <message>
        <source>Source: {0}.</source>
        <translation>Fuente: {0}.</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>The settings were damaged and have been reset. The old file: {0}</source>
        <translation>Los ajustes estaban dañados y se han restablecido. El archivo anterior: {0}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message numerus="yes">
        <source>Copied: %n source(s)</source>
        <translation>
            <numerusform>Copiada: %n fuente</numerusform>
            <numerusform>Copiadas: %n fuentes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Qué exportar</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n hecho</numerusform>
            <numerusform>%n hechos</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} × {2} pixels</source>
        <translation>{0} · {1} × {2} píxeles</translation>
    </message>
    <message>
        <source>What this format cannot hold, and how many events that concerns:</source>
        <translation>Lo que este formato no puede guardar, y a cuántos hechos afecta:</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se escribió nada.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>No se pudo escribir {0}: {1}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Escrito: {0}</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dibujando…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source> upright</source>
        <translation> vertical</translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation>Como en pantalla</translation>
    </message>
    <message>
        <source>Or your own: 1920x1080 (pixels), 420x297mm</source>
        <translation>O el suyo: 1920x1080 (píxeles), 420x297mm</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Sources, filter and version below</source>
        <translation>Fuentes, filtro y versión al pie</translation>
    </message>
    <message>
        <source>Of the selected event</source>
        <translation>Del hecho elegido</translation>
    </message>
    <message>
        <source>A second slide for what has no room</source>
        <translation>Otra diapositiva para lo que no cabe</translation>
    </message>
    <message>
        <source>Of every event shown</source>
        <translation>De todos los hechos mostrados</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Every event, as in the window</source>
        <translation>Todos los hechos, como en la ventana</translation>
    </message>
    <message>
        <source>For an audience: few events, large</source>
        <translation>Para un público: pocos hechos, en grande</translation>
    </message>
    <message>
        <source>Saved views as a story, with captions</source>
        <translation>Vistas guardadas como relato, con sus textos</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Imagen (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Dibujo (SVG)</translation>
    </message>
    <message>
        <source>Page (PDF)</source>
        <translation>Página (PDF)</translation>
    </message>
    <message>
        <source>Slides (PowerPoint)</source>
        <translation>Diapositivas (PowerPoint)</translation>
    </message>
    <message>
        <source>Poster on sheets (PDF)</source>
        <translation>Cartel en hojas (PDF)</translation>
    </message>
    <message>
        <source>Poster on one strip (PDF)</source>
        <translation>Cartel en una tira (PDF)</translation>
    </message>
    <message>
        <source>Handout on A4 (PDF)</source>
        <translation>Hoja para repartir en A4 (PDF)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Página web (HTML)</translation>
    </message>
    <message>
        <source>Table (CSV, for spreadsheets)</source>
        <translation>Tabla (CSV, para hojas de cálculo)</translation>
    </message>
    <message>
        <source>Table (Excel)</source>
        <translation>Tabla (Excel)</translation>
    </message>
    <message>
        <source>Table (Markdown)</source>
        <translation>Tabla (Markdown)</translation>
    </message>
    <message>
        <source>Table (HTML)</source>
        <translation>Tabla (HTML)</translation>
    </message>
    <message>
        <source>Table (Word)</source>
        <translation>Tabla (Word)</translation>
    </message>
    <message>
        <source>Bibliography (CSL-JSON)</source>
        <translation>Bibliografía (CSL-JSON)</translation>
    </message>
    <message>
        <source>Bibliography (BibTeX)</source>
        <translation>Bibliografía (BibTeX)</translation>
    </message>
    <message>
        <source>Bibliography (RIS)</source>
        <translation>Bibliografía (RIS)</translation>
    </message>
    <message>
        <source>Bibliography (text)</source>
        <translation>Bibliografía (texto)</translation>
    </message>
    <message>
        <source>Bibliography (APA)</source>
        <translation>Bibliografía (APA)</translation>
    </message>
    <message>
        <source>Bibliography (MLA)</source>
        <translation>Bibliografía (MLA)</translation>
    </message>
    <message>
        <source>Bibliography (Chicago)</source>
        <translation>Bibliografía (Chicago)</translation>
    </message>
    <message>
        <source>Bibliography (ISO 690)</source>
        <translation>Bibliografía (ISO 690)</translation>
    </message>
    <message>
        <source>For TimelineJS (JSON)</source>
        <translation>Para TimelineJS (JSON)</translation>
    </message>
    <message>
        <source>For TimelineJS (sheet, CSV)</source>
        <translation>Para TimelineJS (hoja, CSV)</translation>
    </message>
    <message>
        <source>For The Timeline Project (XML)</source>
        <translation>Para The Timeline Project (XML)</translation>
    </message>
    <message>
        <source>For Markwhen (text)</source>
        <translation>Para Markwhen (texto)</translation>
    </message>
    <message>
        <source>For calendars (iCalendar)</source>
        <translation>Para calendarios (iCalendar)</translation>
    </message>
    <message>
        <source>For SIMILE Timeline (JSON)</source>
        <translation>Para SIMILE Timeline (JSON)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Desde, hasta</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Subtítulo</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Diapositivas</translation>
    </message>
    <message>
        <source>Sheets side by side</source>
        <translation>Hojas a lo ancho</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Largo</translation>
    </message>
</context>
<context>
    <name>FacetDelegate</name>
    <message>
        <source>only</source>
        <translation>solo</translation>
    </message>
</context>
<context>
    <name>FacetTree</name>
    <message>
        <source>Actors, sectors, statuses and sources</source>
        <translation>Actores, sectores, estados y fuentes</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>Solo este</translation>
    </message>
    <message>
        <source>Check or uncheck</source>
        <translation>Marcar o desmarcar</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Actors</source>
        <translation>Actores</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>Sectores</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something went wrong.</source>
        <translation>Ocurrió un error.</translation>
    </message>
    <message>
        <source>You can go on working. The report says what happened; nothing is sent anywhere.</source>
        <translation>Puede seguir trabajando. El informe dice qué pasó; no se envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>line {0}, column {1}</source>
        <translation>línea {0}, columna {1}</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Línea {0}</translation>
    </message>
    <message>
        <source>Event &quot;{0}&quot; (line {1})</source>
        <translation>Evento &quot;{0}&quot; (línea {1})</translation>
    </message>
    <message>
        <source>Actor &quot;{0}&quot; (line {1})</source>
        <translation>Actor &quot;{0}&quot; (línea {1})</translation>
    </message>
    <message>
        <source>Source &quot;{0}&quot; (line {1})</source>
        <translation>Fuente &quot;{0}&quot; (línea {1})</translation>
    </message>
    <message>
        <source>Sector &quot;{0}&quot; (line {1})</source>
        <translation>Sector &quot;{0}&quot; (línea {1})</translation>
    </message>
    <message>
        <source>Band &quot;{0}&quot; (line {1})</source>
        <translation>Banda &quot;{0}&quot; (línea {1})</translation>
    </message>
    <message>
        <source>Band &quot;{0}&quot;</source>
        <translation>Banda &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>a band needs a time, such as 2021-07/2022</source>
        <translation>una banda necesita un tiempo, como 2021-07/2022</translation>
    </message>
    <message>
        <source>Event &quot;{0}&quot;</source>
        <translation>Evento &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>Actor &quot;{0}&quot;</source>
        <translation>Actor &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>Source &quot;{0}&quot;</source>
        <translation>Fuente &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>Sector &quot;{0}&quot;</source>
        <translation>Sector &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objeto</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>un número finito</translation>
    </message>
    <message>
        <source>a number of at most 30 digits</source>
        <translation>un número de 30 cifras como máximo</translation>
    </message>
    <message>
        <source>an object that maps languages to texts</source>
        <translation>un objeto de idioma y texto</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} o {1}</translation>
    </message>
    <message>
        <source>; did you mean &quot;{0}&quot;?</source>
        <translation>; ¿quiso decir &quot;{0}&quot;?</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>unknown key{0}</source>
        <translation>clave desconocida{0}</translation>
    </message>
    <message>
        <source>must be {0}, not {1}</source>
        <translation>debe ser {0}, no {1}</translation>
    </message>
    <message>
        <source>must be {0}, not {1}{2}</source>
        <translation>debe ser {0}, no {1}{2}</translation>
    </message>
    <message>
        <source>{0} is not one of the {1} values allowed here{2}</source>
        <translation>{0} no es ninguna de las {1} palabras permitidas aquí{2}</translation>
    </message>
    <message>
        <source>must be more than {0}, not {1}</source>
        <translation>debe ser mayor que {0}, no {1}</translation>
    </message>
    <message>
        <source>must be at least {0}, not {1}</source>
        <translation>debe ser {0} o más, no {1}</translation>
    </message>
    <message>
        <source>must be at most {0}, not {1}</source>
        <translation>debe ser {0} o menos, no {1}</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>no debe quedar vacío</translation>
    </message>
    <message>
        <source>is longer than {0} characters</source>
        <translation>tiene más de {0} caracteres</translation>
    </message>
    <message>
        <source>{0} is not allowed here</source>
        <translation>{0} no es como debería ser</translation>
    </message>
    <message>
        <source>{0} is not an id: use lowercase letters, digits and single hyphens, such as ellis-2022</source>
        <translation>{0} no es un identificador: use minúsculas sin tilde, cifras y guiones sueltos, como ellis-2022</translation>
    </message>
    <message>
        <source>{0} is not a SHA-256 checksum (64 digits 0–9, a–f)</source>
        <translation>{0} no es un SHA-256 (64 cifras 0–9 a–f)</translation>
    </message>
    <message>
        <source>{0} is not a language tag such as en or es</source>
        <translation>{0} no es un código de idioma como en o es</translation>
    </message>
    <message>
        <source>{0} contains no text</source>
        <translation>{0} no contiene nada que leer</translation>
    </message>
    <message>
        <source>contains {0} as character {1}; a title or a name is one line without control or hidden signs</source>
        <translation>contiene {0} como carácter {1}; un título o un nombre es una sola línea sin signos de control ni ocultos</translation>
    </message>
    <message>
        <source>contains {0} as character {1}; of control and hidden signs a text may have line breaks only</source>
        <translation>contiene {0} como carácter {1}; de los signos de control y ocultos, un texto solo puede tener saltos de línea</translation>
    </message>
    <message>
        <source>{0} is not a web address; one starts with https:// or http://</source>
        <translation>{0} no es una dirección web; estas empiezan con https:// o http://</translation>
    </message>
    <message>
        <source>contains half a character (a lone surrogate), which is not text</source>
        <translation>contiene medio carácter (un sustituto suelto), y eso no es texto</translation>
    </message>
    <message>
        <source>{0}; and {1} more of this kind</source>
        <translation>{0}; y {1} más de este tipo</translation>
    </message>
    <message>
        <source>{0} more events were not examined; mend the faults told here first</source>
        <translation>{0} hechos más no se examinaron; corrija primero los fallos indicados aquí</translation>
    </message>
    <message>
        <source>the rest of the file was not examined; mend the faults told here first</source>
        <translation>el resto del archivo no se examinó; corrija primero los fallos indicados aquí</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; has a text longer than a cell of Excel; use CSV</source>
        <translation>«{0}» tiene un texto más largo que una celda de Excel; use CSV</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; has more text than an import reads in one row; keep it in a .chronology file</source>
        <translation>«{0}» tiene más texto del que una importación lee en una fila; guárdelo en un archivo .chronology</translation>
    </message>
    <message>
        <source>{0} is already used at {1}</source>
        <translation>{0} ya se usó antes, en {1}</translation>
    </message>
    <message>
        <source>has no text in {0}, a language of the chronology&apos;s title</source>
        <translation>no tiene texto en {0}, y el título de la cronología sí</translation>
    </message>
    <message>
        <source>{0} is part of itself</source>
        <translation>{0} forma parte de sí mismo</translation>
    </message>
    <message>
        <source>is {0} levels deep; a tree of actors may have at most {1}</source>
        <translation>está en el nivel {0}; un árbol de actores tiene {1} como máximo</translation>
    </message>
    <message>
        <source>an event cannot be related to itself</source>
        <translation>un hecho no se relaciona consigo mismo</translation>
    </message>
    <message>
        <source>has {0} views; a file may have at most {1}</source>
        <translation>tiene {0} vistas; un archivo puede tener {1} como máximo</translation>
    </message>
    <message>
        <source>has {0} characters; a title may have at most {1}</source>
        <translation>tiene {0} caracteres; un título tiene {1} como máximo</translation>
    </message>
    <message>
        <source>has {0} characters; a title of at most {1} can be read whole on a slide</source>
        <translation>tiene {0} caracteres; un título de {1} como máximo se lee entero en una diapositiva</translation>
    </message>
    <message>
        <source>has {0} words; a quotation must have {1} to {2}</source>
        <translation>tiene {0} palabras; una cita tiene de {1} a {2}</translation>
    </message>
    <message>
        <source>has 1 word; a quotation must have {0} to {1}</source>
        <translation>tiene 1 palabra; una cita tiene de {0} a {1}</translation>
    </message>
    <message>
        <source>this is a folder; choose a chronology file in it</source>
        <translation>el archivo es una carpeta; elija dentro de ella un archivo de cronología</translation>
    </message>
    <message>
        <source>this is not an ordinary file but a device or a pipe; choose a file</source>
        <translation>no es un archivo común (es un dispositivo o una tubería); elija un archivo</translation>
    </message>
    <message>
        <source>the file does not exist; check the name and the folder</source>
        <translation>el archivo no existe; revise el nombre y la carpeta</translation>
    </message>
    <message>
        <source>you are not allowed to read the file; ask for permission</source>
        <translation>no hay permiso para leer el archivo; pídalo</translation>
    </message>
    <message>
        <source>the file cannot be read: {0}; choose another file</source>
        <translation>no se puede leer el archivo: {0}; elija otro</translation>
    </message>
    <message>
        <source>the file is larger than the free memory; split it</source>
        <translation>el archivo no cabe en la memoria libre; divídalo</translation>
    </message>
    <message>
        <source>the file is larger than {0} GB; split it</source>
        <translation>el archivo pesa más de {0} GB; divídalo</translation>
    </message>
    <message>
        <source>the file contains hardly any text, only JSON punctuation; create it again</source>
        <translation>el archivo casi no contiene texto, solo signos de JSON; vuelva a crearlo</translation>
    </message>
    <message>
        <source>the file is not a chronology: it does not begin with {{; choose another</source>
        <translation>el archivo no es una cronología: no empieza con {{; elija otro</translation>
    </message>
    <message>
        <source>the file is JSON, but does not contain a chronology</source>
        <translation>el archivo es JSON, pero no contiene ningún objeto de cronología</translation>
    </message>
    <message>
        <source>the file is empty; look for another copy of it</source>
        <translation>el archivo está vacío; busque otra copia</translation>
    </message>
    <message>
        <source>the file is nested too deeply to be a chronology; look for another copy of it</source>
        <translation>el archivo tiene demasiados niveles anidados para ser una cronología; busque otra copia</translation>
    </message>
    <message>
        <source>the file contains a number with thousands of digits; shorten it</source>
        <translation>el archivo contiene un número de miles de cifras; acórtelo</translation>
    </message>
    <message>
        <source>the file is encoded in UTF-32; save it as UTF-8</source>
        <translation>el archivo está en UTF-32; guárdelo en UTF-8</translation>
    </message>
    <message>
        <source>the file is encoded in UTF-16; save it as UTF-8</source>
        <translation>el archivo está en UTF-16; guárdelo en UTF-8</translation>
    </message>
    <message>
        <source>the file is compressed; unpack it first</source>
        <translation>el archivo está comprimido; descomprímalo primero</translation>
    </message>
    <message>
        <source>the file is not encoded in UTF-8; save it as UTF-8</source>
        <translation>el archivo no está en UTF-8; guárdelo en esa codificación</translation>
    </message>
    <message>
        <source>is missing; a chronology has &quot;format&quot;: &quot;{0}&quot;</source>
        <translation>falta; una cronología dice &quot;format&quot;: &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>must be &quot;{0}&quot;, which this version of the program reads, not {1}</source>
        <translation>debe ser &quot;{0}&quot;, el que lee esta versión del programa, no {1}</translation>
    </message>
    <message>
        <source>must be &quot;{0}&quot;, which this version of the program reads, not {1}; a newer version of the program may read it</source>
        <translation>debe ser &quot;{0}&quot;, el que lee esta versión del programa, no {1}; quizá lo lea una versión más nueva</translation>
    </message>
    <message>
        <source>{0}; the file must be JSON</source>
        <translation>{0}; el archivo tiene que ser JSON</translation>
    </message>
    <message>
        <source>the file ends too early, as if it had been cut off: look for another copy of it</source>
        <translation>el archivo termina antes de tiempo, como si estuviera cortado: busque otra copia</translation>
    </message>
    <message>
        <source>a value is expected here</source>
        <translation>se esperaba un valor</translation>
    </message>
    <message>
        <source>a key in double quotes is expected here</source>
        <translation>se esperaba el nombre de una propiedad entre comillas dobles</translation>
    </message>
    <message>
        <source>{0} is expected here</source>
        <translation>se esperaba el separador {0}</translation>
    </message>
    <message>
        <source>there is text after the end of the JSON</source>
        <translation>sobran datos</translation>
    </message>
    <message>
        <source>there is a control character inside a text</source>
        <translation>hay un carácter de control no permitido</translation>
    </message>
    <message>
        <source>invalid {0} escape</source>
        <translation>la secuencia de escape {0} no es válida</translation>
    </message>
    <message>
        <source>there is a comma after the last item</source>
        <translation>sobra una coma al final</translation>
    </message>
    <message>
        <source>unexpected character</source>
        <translation>hay un signo inesperado</translation>
    </message>
    <message>
        <source>{0} is not a JSON number</source>
        <translation>{0} no es un número que JSON conozca</translation>
    </message>
    <message>
        <source>the key {0} appears twice</source>
        <translation>la clave {0} aparece dos veces</translation>
    </message>
    <message>
        <source>the key {0} contains half a character (a lone surrogate), which is not text</source>
        <translation>la clave {0} contiene medio carácter (un sustituto suelto), y eso no es texto</translation>
    </message>
    <message>
        <source>a date must be a text such as &quot;2013-11&quot; or &quot;2002/2021&quot;</source>
        <translation>una fecha es un texto como &quot;2013-11&quot; o &quot;2002/2021&quot;</translation>
    </message>
    <message>
        <source>a date must be a short text such as 2013-11 or 2002/2021</source>
        <translation>una fecha es un texto breve como 2013-11 o 2002/2021</translation>
    </message>
    <message>
        <source>“{0}” is not a date in the Extended Date/Time Format (EDTF), such as 2013, 2013-11, 2012-05-27, 2002/2021, 1993/.. or 2011~</source>
        <translation>“{0}” no es una fecha en el formato EDTF (Extended Date/Time Format), como 2013, 2013-11, 2012-05-27, 2002/2021, 1993/.. o 2011~</translation>
    </message>
    <message>
        <source>“{0}” is not a date: there is no such day</source>
        <translation>“{0}” no es una fecha: ese día no existe</translation>
    </message>
    <message>
        <source>“{0}” is not a date: the year before 1 is written 0000</source>
        <translation>“{0}” no es una fecha: el año anterior al 1 se escribe 0000</translation>
    </message>
    <message>
        <source>“{0}” is not a date: there is no such day in the Gregorian calendar, only in the Julian one; write {1}</source>
        <translation>«{0}» no es una fecha: ese día no existe en el calendario gregoriano, solo en el juliano; escriba {1}</translation>
    </message>
    <message>
        <source>“{0}” is not a date in the Extended Date/Time Format (EDTF); write “{1}”</source>
        <translation>«{0}» no es una fecha en el Extended Date/Time Format (EDTF); escriba «{1}»</translation>
    </message>
    <message>
        <source>“{0}” is valid EDTF, but is not read here: {1}</source>
        <translation>«{0}» es EDTF válido, pero aquí no se lee: {1}</translation>
    </message>
    <message>
        <source>it names several dates, and an event has one; write one event for each</source>
        <translation>nombra varias fechas, y un hecho tiene una; escriba un hecho para cada una</translation>
    </message>
    <message>
        <source>a year may have at most {0} digits; write a nearer one</source>
        <translation>un año puede tener como máximo {0} cifras; escriba uno más cercano</translation>
    </message>
    <message>
        <source>it names neither a beginning nor an end; write XXXX, or leave the date out</source>
        <translation>no nombra ni un comienzo ni un fin; escriba XXXX u omita la fecha</translation>
    </message>
    <message>
        <source>it is open at both ends; write only one of them, such as [..1983]</source>
        <translation>está abierta por ambos lados; escriba solo uno de ellos, como [..1983]</translation>
    </message>
    <message>
        <source>“{0}” has more than one slash; an interval has two ends</source>
        <translation>“{0}” tiene más de una barra; un intervalo tiene dos extremos</translation>
    </message>
    <message>
        <source>the id {0} is already used in line {1}</source>
        <translation>el id {0} ya se usa en la línea {1}</translation>
    </message>
    <message>
        <source>there is no sector {0}{1}</source>
        <translation>no hay ningún sector {0}{1}</translation>
    </message>
    <message>
        <source>there is no actor {0}{1}</source>
        <translation>no hay ningún actor {0}{1}</translation>
    </message>
    <message>
        <source>there is no source {0}{1}</source>
        <translation>no hay ninguna fuente {0}{1}</translation>
    </message>
    <message>
        <source>there is no event {0}{1}</source>
        <translation>no hay ningún evento {0}{1}</translation>
    </message>
    <message>
        <source>“{0}” runs backwards: it ends before it begins</source>
        <translation>“{0}” va hacia atrás: termina antes de empezar</translation>
    </message>
    <message>
        <source>“{0}” is not a one-of set such as [2012-10-01..2012-10-07]</source>
        <translation>“{0}” no es un conjunto de fechas posibles como [2012-10-01..2012-10-07]</translation>
    </message>
    <message>
        <source>“{0}” names no day</source>
        <translation>“{0}” no nombra ningún día</translation>
    </message>
    <message>
        <source>the id {0} is already in use; choose another</source>
        <translation>el id {0} ya se usa; elija otro</translation>
    </message>
    <message>
        <source>{0} is no longer in the file</source>
        <translation>{0} ya no está en el archivo</translation>
    </message>
    <message>
        <source>an id is missing</source>
        <translation>falta un id</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>the sector {0} cannot be removed: {1} is in it</source>
        <translation>no se puede quitar el sector {0}: {1} está en él</translation>
    </message>
    <message>
        <source>the actor {0} cannot be removed: {1} names it</source>
        <translation>no se puede quitar el actor {0}: {1} lo nombra</translation>
    </message>
    <message>
        <source>the source {0} cannot be removed: {1} names it</source>
        <translation>no se puede quitar la fuente {0}: {1} la nombra</translation>
    </message>
    <message>
        <source>the event {0} cannot be removed: {1} is tied to it</source>
        <translation>no se puede quitar el evento {0}: {1} está vinculado a él</translation>
    </message>
    <message>
        <source>is missing: &quot;{0}&quot;</source>
        <translation>falta: &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>must be &quot;{0}&quot;, not {1}</source>
        <translation>debe ser &quot;{0}&quot;, no {1}</translation>
    </message>
    <message>
        <source>the views belong to &quot;{0}&quot;; open that chronology to use them</source>
        <translation>las vistas son de &quot;{0}&quot;; abra esa cronología para usarlas</translation>
    </message>
    <message>
        <source>a view&apos;s span needs a beginning and an end, such as 2009/2013</source>
        <translation>el tramo de una vista necesita comienzo y fin, como 2009/2013</translation>
    </message>
    <message>
        <source>not in the document: “{0}”</source>
        <translation>no está en el documento: “{0}”</translation>
    </message>
    <message>
        <source>not in the document: “{0}”; the document differs after “{1}”</source>
        <translation>no está en el documento: “{0}”; sigue de otro modo después de “{1}”</translation>
    </message>
    <message>
        <source>a quotation lies within one paragraph</source>
        <translation>una cita está dentro de un solo párrafo</translation>
    </message>
    <message>
        <source>runs past the end of a paragraph, where text may be lost: “{0}”</source>
        <translation>pasa del final de un párrafo, donde puede faltar texto: “{0}”</translation>
    </message>
    <message>
        <source>is at {0}, not at {1}: “{2}”</source>
        <translation>está en {0}, no en {1}: “{2}”</translation>
    </message>
    <message>
        <source>before any heading</source>
        <translation>antes de todo encabezado</translation>
    </message>
    <message>
        <source>{0}, ¶ {1}</source>
        <translation>{0}, ¶ {1}</translation>
    </message>
    <message>
        <source>{0}x{1} pixels are too many for one picture; choose a smaller size or scale, or a PDF</source>
        <translation>{0}x{1} píxeles son demasiados para una sola imagen; elija un tamaño o una escala menor, o un PDF</translation>
    </message>
    <message>
        <source>a picture has {0} to {1} pixels each way, not {2}x{3}</source>
        <translation>una imagen tiene de {0} a {1} píxeles por lado, no {2}x{3}</translation>
    </message>
    <message>
        <source>a sheet has {0} to {1} mm each way, not {2}x{3}</source>
        <translation>una hoja tiene de {0} a {1} mm por lado, no {2}x{3}</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is not a size such as 1600x900, 297x210mm, {1}</source>
        <translation>&quot;{0}&quot; no es un tamaño como 1600x900, 297x210mm, {1}</translation>
    </message>
    <message>
        <source>a picture of {0}x{1} px has no room for a timeline under its title; choose a larger size, or leave out title, legend or foot</source>
        <translation>en una imagen de {0}x{1} px no cabe una línea de tiempo bajo el título; elija un tamaño mayor, o quite el título, la leyenda o el pie</translation>
    </message>
    <message>
        <source>this is not a PowerPoint file that can be read</source>
        <translation>no es un archivo de PowerPoint que se pueda leer</translation>
    </message>
    <message>
        <source>no slide in this file was made by this program, so nothing in it is replaced; choose another name</source>
        <translation>ninguna diapositiva de este archivo la hizo este programa, así que no se reemplaza nada; elija otro nombre</translation>
    </message>
    <message>
        <source>the template has no wide layout with a title and room below it; choose another template</source>
        <translation>la plantilla no tiene un diseño apaisado con título y espacio debajo; elija otra plantilla</translation>
    </message>
    <message>
        <source>these are {0} slides of events, and {1} are the most; choose a filter, or no slides for events</source>
        <translation>son {0} diapositivas de hechos, y se admiten {1} como máximo; elija un filtro, o ninguna diapositiva para los hechos</translation>
    </message>
    <message>
        <source>no memory for a picture of {0}x{1} pixels</source>
        <translation>no hay memoria para una imagen de {0}x{1} píxeles</translation>
    </message>
    <message>
        <source>a poster has 1 to 100 sheets side by side, not {0}</source>
        <translation>un cartel tiene de 1 a 100 hojas a lo ancho, no {0}</translation>
    </message>
    <message>
        <source>more than {0} sheets; choose larger paper</source>
        <translation>son más de {0} hojas; elija un papel más grande</translation>
    </message>
    <message>
        <source>these sheets have no room for 1 title, that of &quot;{0}&quot;; choose larger paper, fewer sheets side by side, or a filter</source>
        <translation>1 título no cabe en estas hojas, el de &quot;{0}&quot;; elija un papel más grande, menos hojas a lo ancho, o un filtro</translation>
    </message>
    <message>
        <source>these sheets have no room for {0} titles, the first of them that of &quot;{1}&quot;; choose larger paper, fewer sheets side by side, or a filter</source>
        <translation>{0} títulos no caben en estas hojas, el primero de ellos el de &quot;{1}&quot;; elija un papel más grande, menos hojas a lo ancho, o un filtro</translation>
    </message>
    <message>
        <source>a strip of {0} mm would be {1} mm high; make it longer</source>
        <translation>una tira de {0} mm tendría {1} mm de alto; hágala más larga</translation>
    </message>
    <message>
        <source>the sheet is too small for title, legend and foot; choose larger paper</source>
        <translation>la hoja es muy pequeña para título, leyenda y pie; elija un papel más grande</translation>
    </message>
    <message>
        <source>no event is left for a poster; remove some of the filters</source>
        <translation>no queda ningún hecho para un cartel; quite algunos filtros</translation>
    </message>
    <message>
        <source>a row is higher than the sheet; choose larger paper</source>
        <translation>una fila es más alta que la hoja; elija un papel más grande</translation>
    </message>
    <message>
        <source>the sheet is too narrow for a timeline; choose larger paper</source>
        <translation>la hoja es muy angosta para una línea de tiempo; elija un papel más grande</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>no hay permiso</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>operación no permitida</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>el archivo o la carpeta no existe</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>el archivo ya existe</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>no queda espacio en el disco</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>se agotó la cuota de disco</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>el archivo es demasiado grande</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>el disco es de solo lectura</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>error de entrada y salida</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>el nombre del archivo es demasiado largo</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>demasiados enlaces simbólicos encadenados</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>hay demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>el dispositivo o la dirección no existe</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>el dispositivo está ocupado</translation>
    </message>
    <message>
        <source>not an ordinary file, or a name that no file can have</source>
        <translation>no es un archivo común, o ningún archivo puede llamarse así</translation>
    </message>
    <message>
        <source>no file can have this name</source>
        <translation>ningún archivo puede llamarse así</translation>
    </message>
    <message>
        <source>a text contains half a character (a lone surrogate)</source>
        <translation>un texto contiene medio carácter (un sustituto suelto)</translation>
    </message>
    <message>
        <source>“{0}” is not understood as a date</source>
        <translation>«{0}» no se entiende como fecha</translation>
    </message>
    <message>
        <source>the text is too long to be a date</source>
        <translation>el texto es demasiado largo para ser una fecha</translation>
    </message>
    <message>
        <source>there is no day {0}</source>
        <translation>no existe el día {0}</translation>
    </message>
    <message>
        <source>no year is given</source>
        <translation>no se indica el año</translation>
    </message>
    <message>
        <source>{0} is taken for a filler, not for a date</source>
        <translation>{0} se toma por un relleno, no por una fecha</translation>
    </message>
    <message>
        <source>{0} is taken for “no end yet”</source>
        <translation>{0} se toma por «aún sin final»</translation>
    </message>
    <message>
        <source>day or month first? It is {0} or {1}</source>
        <translation>¿primero el día o el mes? Es {0} o {1}</translation>
    </message>
    <message>
        <source>which century is “{0}” of?</source>
        <translation>¿de qué siglo es «{0}»?</translation>
    </message>
    <message>
        <source>is {0} a year, or a number of days in a spreadsheet?</source>
        <translation>¿es {0} un año o un número de días de una hoja de cálculo?</translation>
    </message>
    <message>
        <source>“{0}” may mean {1} or {2}</source>
        <translation>«{0}» puede significar {1} o {2}</translation>
    </message>
    <message>
        <source>is the second year BCE too?</source>
        <translation>¿el segundo año también es antes de Cristo?</translation>
    </message>
    <message>
        <source>{0} was a {1}, not a {2}</source>
        <translation>el {0} fue {1}, no {2}</translation>
    </message>
    <message>
        <source>read with the day first</source>
        <translation>leído con el día primero</translation>
    </message>
    <message>
        <source>read with the month first</source>
        <translation>leído con el mes primero</translation>
    </message>
    <message>
        <source>read as one moment in that time, not as something that lasted</source>
        <translation>leído como un momento de esa época, no como algo que duró</translation>
    </message>
    <message>
        <source>read as a season of the northern half of the world</source>
        <translation>leído como estación del hemisferio norte</translation>
    </message>
    <message>
        <source>“{0}” is read as {1}</source>
        <translation>«{0}» se lee como {1}</translation>
    </message>
    <message>
        <source>taken as written; days before 15 October 1582 may be of the Julian calendar</source>
        <translation>se toma como está escrito; los días anteriores al 15 de octubre de 1582 pueden ser del calendario juliano</translation>
    </message>
    <message>
        <source>the year is written twice, old style and new; the later one is taken</source>
        <translation>el año está escrito dos veces, al estilo antiguo y al nuevo; se toma el posterior</translation>
    </message>
    <message>
        <source>read as a spreadsheet&apos;s number of days</source>
        <translation>leído como número de días de una hoja de cálculo</translation>
    </message>
    <message>
        <source>read as a computer’s count since 1970, at Greenwich</source>
        <translation>leído como el recuento de un ordenador desde 1970, en Greenwich</translation>
    </message>
    <message>
        <source>“{0}” is not kept in the date</source>
        <translation>«{0}» no se conserva en la fecha</translation>
    </message>
    <message>
        <source>the time of day is not kept in the date</source>
        <translation>la hora no se conserva en la fecha</translation>
    </message>
    <message>
        <source>month and day of so distant a year are not kept</source>
        <translation>el mes y el día de un año tan lejano no se conservan</translation>
    </message>
    <message>
        <source>early</source>
        <translation>principios</translation>
    </message>
    <message>
        <source>mid-</source>
        <translation>mediados</translation>
    </message>
    <message>
        <source>late</source>
        <translation>finales</translation>
    </message>
    <message>
        <source>first half</source>
        <translation>primera mitad</translation>
    </message>
    <message>
        <source>second half</source>
        <translation>segunda mitad</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>the file is larger than {0} MB, more than can be imported; split it</source>
        <translation>el archivo ocupa más de {0} MB, más de lo que se puede importar; divídalo</translation>
    </message>
    <message>
        <source>line {0} is longer than {1} million characters; this is no table or text of events</source>
        <translation>la línea {0} tiene más de {1} millones de caracteres; no es una tabla ni un texto de hechos</translation>
    </message>
    <message>
        <source>the file has more than {0} rows or items, more than can be imported; split it</source>
        <translation>el archivo tiene más de {0} filas o elementos, más de lo que se puede importar; divídalo</translation>
    </message>
    <message>
        <source>the file is neither text nor a format known here; export it as CSV from the program that made it</source>
        <translation>el archivo no es texto ni de un formato conocido aquí; expórtelo como CSV desde el programa del que procede</translation>
    </message>
    <message>
        <source>the file holds no event; check that it is the right one</source>
        <translation>el archivo no contiene ningún hecho; compruebe que es el correcto</translation>
    </message>
    <message>
        <source>the table has no rows below its header; check that it is the right one</source>
        <translation>la tabla no tiene filas bajo el encabezado; compruebe que es la correcta</translation>
    </message>
    <message>
        <source>the file is a chronology already; open it instead of importing it</source>
        <translation>el archivo ya es una cronología; ábralo en vez de importarlo</translation>
    </message>
    <message>
        <source>this is a project of Aeon Timeline, which only Aeon reads; in Aeon: File ▸ Export ▸ CSV</source>
        <translation>es un proyecto de Aeon Timeline, que solo lee Aeon; en Aeon: File ▸ Export ▸ CSV</translation>
    </message>
    <message>
        <source>this is a plan of Microsoft Project, which only Project reads; save it there as CSV or Excel</source>
        <translation>es un plan de Microsoft Project, que solo lee Project; guárdelo allí como CSV o Excel</translation>
    </message>
    <message>
        <source>this is a picture; type its events into a spreadsheet and import that</source>
        <translation>es una imagen; escriba sus hechos en una hoja de cálculo e impórtela</translation>
    </message>
    <message>
        <source>this is a PDF; copy its events into a spreadsheet and import that</source>
        <translation>es un PDF; copie sus hechos en una hoja de cálculo e impórtela</translation>
    </message>
    <message>
        <source>this is a workbook of Excel 2003 or older; open it in Excel or LibreOffice and save it as .xlsx or CSV</source>
        <translation>es un libro de Excel 2003 o anterior; ábralo en Excel o LibreOffice y guárdelo como .xlsx o CSV</translation>
    </message>
    <message>
        <source>this is a binary workbook (.xlsb); save it as .xlsx or CSV</source>
        <translation>es un libro binario (.xlsb); guárdelo como .xlsx o CSV</translation>
    </message>
    <message>
        <source>the workbook is locked with a password; save it without one</source>
        <translation>el libro está protegido con contraseña; guárdelo sin ella</translation>
    </message>
    <message>
        <source>this is a text document; copy its table of events into a spreadsheet and import that</source>
        <translation>es un documento de texto; copie su tabla de hechos en una hoja de cálculo e impórtela</translation>
    </message>
    <message>
        <source>the file is an archive; unpack it first</source>
        <translation>el archivo está comprimido; descomprímalo primero</translation>
    </message>
    <message>
        <source>the workbook unpacks to more than {0} MB, as only a faulty or hostile file does; save it as CSV</source>
        <translation>el libro ocupa descomprimido más de {0} MB, como solo ocurre en un archivo defectuoso u hostil; guárdelo como CSV</translation>
    </message>
    <message>
        <source>the workbook is damaged; open it in a spreadsheet program and save it again</source>
        <translation>el libro está dañado; ábralo en un programa de hojas de cálculo y guárdelo de nuevo</translation>
    </message>
    <message>
        <source>the sheet has more than {0} cells, more than can be imported; split it</source>
        <translation>la hoja tiene más de {0} celdas, más de lo que se puede importar; divídala</translation>
    </message>
    <message>
        <source>this timeline counts numbers instead of dates (numtime), which have no place on a calendar; give its events dates in Timeline Project and save it again</source>
        <translation>esta línea de tiempo cuenta números en vez de fechas (numtime), que no caben en un calendario; ponga fechas a sus hechos en Timeline Project y guárdela de nuevo</translation>
    </message>
    <message>
        <source>this timeline uses the calendar “{0}”; only the Gregorian one can be read</source>
        <translation>esta línea de tiempo usa el calendario «{0}»; solo se lee el gregoriano</translation>
    </message>
    <message>
        <source>the XML defines entities, which are refused because they can do harm</source>
        <translation>el XML define entidades, que no se leen porque pueden hacer daño</translation>
    </message>
    <message>
        <source>the file is not valid XML: {0} (line {1})</source>
        <translation>el archivo no es XML correcto: {0} (línea {1})</translation>
    </message>
    <message>
        <source>the file is nested too deeply to be a timeline</source>
        <translation>el archivo está anidado a demasiada profundidad para ser una línea de tiempo</translation>
    </message>
    <message>
        <source>a text of the file has more than {0} million characters</source>
        <translation>un texto del archivo tiene más de {0} millones de caracteres</translation>
    </message>
    <message>
        <source>the file is not valid JSON (line {0}, column {1})</source>
        <translation>el archivo no es JSON correcto (línea {0}, columna {1})</translation>
    </message>
    <message>
        <source>the file is not a valid calendar (iCalendar)</source>
        <translation>el archivo no es un calendario correcto (iCalendar)</translation>
    </message>
    <message>
        <source>the file is XML of a kind not known here (it begins with &lt;{0}&gt;); export it as CSV</source>
        <translation>el archivo es XML de una clase no conocida aquí (empieza por &lt;{0}&gt;); expórtelo como CSV</translation>
    </message>
    <message>
        <source>the file is JSON of a kind not known here ({0}); export it as CSV</source>
        <translation>el archivo es JSON de una clase no conocida aquí ({0}); expórtelo como CSV</translation>
    </message>
    <message>
        <source>it looks like {0}</source>
        <translation>parece {0}</translation>
    </message>
    <message>
        <source>a list without objects</source>
        <translation>una lista que no contiene objetos</translation>
    </message>
    <message>
        <source>an object with {0}</source>
        <translation>un objeto con {0}</translation>
    </message>
    <message>
        <source>there is no format “{0}”; there are {1}</source>
        <translation>no existe el formato «{0}»; existen {1}</translation>
    </message>
    <message>
        <source>what was made of the file is no sound chronology: {0}: {1}</source>
        <translation>lo que resultó del archivo no es una cronología correcta: {0}: {1}</translation>
    </message>
    <message>
        <source>the most frequent tags become lanes; an event goes into the lane of the first of its tags that has one</source>
        <translation>las etiquetas más frecuentes forman las franjas; un hecho va a la franja de la primera de sus etiquetas que tenga una</translation>
    </message>
    <message>
        <source>importance is given from 1 to {0}; the upper quarter becomes 3, the lower two fifths 1</source>
        <translation>la importancia va de 1 a {0}; el cuarto superior pasa a 3 y los dos quintos inferiores a 1</translation>
    </message>
    <message>
        <source>no column holds dates; name the one that does in a mapping</source>
        <translation>ninguna columna contiene fechas; indique cuál en una asignación</translation>
    </message>
    <message>
        <source>the quotation mark that opens in line {0} is never closed: all that follows is read as one cell; check it</source>
        <translation>las comillas que se abren en la línea {0} no se cierran nunca: todo lo que sigue se lee como una sola celda; revíselo</translation>
    </message>
    <message>
        <source>the front matter of {0} is not valid YAML or TOML</source>
        <translation>los campos al comienzo de {0} no son YAML ni TOML válido</translation>
    </message>
    <message>
        <source>it does not begin with fields between two lines of ---</source>
        <translation>no comienza con campos entre dos líneas de ---</translation>
    </message>
    <message>
        <source>no column holds titles; name the one that does in a mapping</source>
        <translation>ninguna columna contiene títulos; indique cuál en una asignación</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>no es JSON</translation>
    </message>
    <message>
        <source>the table has no column “{0}”{1}</source>
        <translation>la tabla no tiene la columna «{0}»{1}</translation>
    </message>
    <message>
        <source>the mapping is not as it should be: {0}: {1}</source>
        <translation>la asignación no es correcta: {0}: {1}</translation>
    </message>
    <message>
        <source>the file exists and is not an earlier import of this one; choose another name</source>
        <translation>el archivo existe y no es una importación anterior de este; elija otro nombre</translation>
    </message>
    <message>
        <source>only the sheet “{0}” is read, not {1}</source>
        <translation>solo se lee la hoja «{0}», no {1}</translation>
    </message>
    <message>
        <source>formulas without a result, which are read as empty cells; open the workbook in a spreadsheet program and save it there</source>
        <translation>fórmulas sin resultado, que se leen como celdas vacías; abra el libro en un programa de hojas de cálculo y guárdelo allí</translation>
    </message>
    <message>
        <source>{0} is left out: {1}</source>
        <translation>{0} queda fuera: {1}</translation>
    </message>
    <message>
        <source>these columns are not used: {0}</source>
        <translation>no se usan estas columnas: {0}</translation>
    </message>
    <message>
        <source>the records of the rows do not fit together ({0}: {1}); what the other columns do not show is lost</source>
        <translation>los registros de las filas no encajan ({0}: {1}); se pierde lo que no muestran las otras columnas</translation>
    </message>
    <message>
        <source>has no record, or one that is no longer whole: read from the other columns</source>
        <translation>no tiene registro, o ya no está entero: se lee de las otras columnas</translation>
    </message>
    <message>
        <source>what was changed in the column “{0}” is not read; the record counts</source>
        <translation>no se lee lo que se cambió en la columna «{0}»; vale el registro</translation>
    </message>
    <message>
        <source>colours of categories, tags or events</source>
        <translation>los colores de categorías, etiquetas o hechos</translation>
    </message>
    <message>
        <source>starts are larger than ends throughout: read as millions of years ago, counting down; check this</source>
        <translation>los comienzos son mayores que los finales en todas partes: se leen como millones de años atrás, en cuenta regresiva; compruébelo</translation>
    </message>
    <message>
        <source>only the {0} largest of {1} groups become lanes; events of the others have no lane</source>
        <translation>solo los {0} grupos mayores de {1} forman franjas; los hechos de los demás quedan sin franja</translation>
    </message>
    <message>
        <source>times of {0} are kept without an offset: the file does not say which</source>
        <translation>las horas de {0} se conservan sin desfase: el archivo no dice cuál</translation>
    </message>
    <message>
        <source>formatting of the text</source>
        <translation>el formato del texto</translation>
    </message>
    <message>
        <source>its colour</source>
        <translation>su color</translation>
    </message>
    <message>
        <source>its icon</source>
        <translation>su icono</translation>
    </message>
    <message>
        <source>its background</source>
        <translation>su fondo</translation>
    </message>
    <message>
        <source>its progress of {0} %</source>
        <translation>su avance del {0} %</translation>
    </message>
    <message>
        <source>that it repeats: only the first time is kept</source>
        <translation>que se repite: solo se conserva la primera vez</translation>
    </message>
    <message>
        <source>its alert</source>
        <translation>su aviso</translation>
    </message>
    <message>
        <source>its place on a map</source>
        <translation>su lugar en un mapa</translation>
    </message>
    <message>
        <source>a title of {0} characters, longer than {1}: all of it is in the summary</source>
        <translation>un título de {0} caracteres, más de {1}: está entero en el resumen</translation>
    </message>
    <message>
        <source>it has no title; “{0}” is taken for one</source>
        <translation>no tiene título; se toma «{0}»</translation>
    </message>
    <message>
        <source>its status “{0}”</source>
        <translation>su estado «{0}»</translation>
    </message>
    <message>
        <source>its importance “{0}”</source>
        <translation>su importancia «{0}»</translation>
    </message>
    <message>
        <source>a link that is not a web address: {0}</source>
        <translation>un enlace que no es una dirección de la web: {0}</translation>
    </message>
    <message>
        <source>its end: “{0}” is not understood as a date</source>
        <translation>su final: «{0}» no se entiende como fecha</translation>
    </message>
    <message>
        <source>that it began by {0} or had not ended before {1}: its ends are given less exactly</source>
        <translation>que empezó a más tardar en {0} o no había acabado antes de {1}: sus extremos se dan con menos exactitud</translation>
    </message>
    <message>
        <source>its timestamp {0}, which is not its date</source>
        <translation>su marca de tiempo {0}, que no es su fecha</translation>
    </message>
    <message>
        <source>not an event but “{0}”</source>
        <translation>no es un hecho sino «{0}»</translation>
    </message>
    <message>
        <source>the title of the whole</source>
        <translation>el título del conjunto</translation>
    </message>
    <message>
        <source>a line that cannot be read</source>
        <translation>una línea que no se puede leer</translation>
    </message>
    <message>
        <source>it ends before it begins; no date is kept</source>
        <translation>termina antes de empezar; no se conserva la fecha</translation>
    </message>
    <message>
        <source>the original program shows the year -{0} as {0} BCE, and it is read as that</source>
        <translation>el año -{0} se muestra allí como {0} a. C., y así se lee</translation>
    </message>
    <message>
        <source>a day of the Julian calendar, given here as the same day of the Gregorian one</source>
        <translation>un día del calendario juliano, que aquí figura como el mismo día del gregoriano</translation>
    </message>
    <message>
        <source>of the Julian calendar, which may be some days off; taken as written</source>
        <translation>del calendario juliano, que puede diferir en unos días; se toma como está escrito</translation>
    </message>
    <message>
        <source>“{0}” is counted from another event; check it</source>
        <translation>“{0}” se cuenta desde otro hecho; compruébelo</translation>
    </message>
    <message>
        <source>an era, which becomes an event that lasts</source>
        <translation>una era, que se convierte en un hecho que dura</translation>
    </message>
    <message>
        <source>Eras</source>
        <translation>Eras</translation>
    </message>
    <message>
        <source>Import of {0}</source>
        <translation>Importación de {0}</translation>
    </message>
    <message>
        <source>{0}: {1} event</source>
        <translation>{0}: {1} hecho</translation>
    </message>
    <message>
        <source>{0}: {1} events</source>
        <translation>{0}: {1} hechos</translation>
    </message>
    <message>
        <source>{0} date understood exactly</source>
        <translation>{0} fecha entendida con exactitud</translation>
    </message>
    <message>
        <source>{0} dates understood exactly</source>
        <translation>{0} fechas entendidas con exactitud</translation>
    </message>
    <message>
        <source>{0} date understood less precisely than written</source>
        <translation>{0} fecha entendida con menos precisión que la escrita</translation>
    </message>
    <message>
        <source>{0} dates understood less precisely than written</source>
        <translation>{0} fechas entendidas con menos precisión que la escrita</translation>
    </message>
    <message>
        <source>{0} date with several meanings: to be answered</source>
        <translation>{0} fecha con varios sentidos: por responder</translation>
    </message>
    <message>
        <source>{0} dates with several meanings: to be answered</source>
        <translation>{0} fechas con varios sentidos: por responder</translation>
    </message>
    <message>
        <source>{0} date not given by the file</source>
        <translation>{0} fecha que el archivo no da</translation>
    </message>
    <message>
        <source>{0} dates not given by the file</source>
        <translation>{0} fechas que el archivo no da</translation>
    </message>
    <message>
        <source>{0} date not understood: the event stands under “date not given”</source>
        <translation>{0} fecha no entendida: el hecho figura en “sin fecha”</translation>
    </message>
    <message>
        <source>{0} dates not understood: the events stand under “date not given”</source>
        <translation>{0} fechas no entendidas: los hechos figuran en “sin fecha”</translation>
    </message>
    <message>
        <source>Compared with the earlier import</source>
        <translation>En comparación con la importación anterior</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>Por responder</translation>
    </message>
    <message>
        <source>The file as a whole</source>
        <translation>El archivo en conjunto</translation>
    </message>
    <message>
        <source>What rows lost, and what is remarked of them</source>
        <translation>Lo que perdieron las filas, y lo que se observa de ellas</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>Fila por fila</translation>
    </message>
    <message>
        <source>row {0}: {1}</source>
        <translation>fila {0}: {1}</translation>
    </message>
    <message>
        <source>row {0}: “{1}” → {2}</source>
        <translation>fila {0}: “{1}” → {2}</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>sin dato</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… y {0} más</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>no longer in the file (kept)</source>
        <translation>ya no está en el archivo (se conserva)</translation>
    </message>
    <message>
        <source>rows {0}: “{1}” may be {2}</source>
        <translation>filas {0}: “{1}” puede ser {2}</translation>
    </message>
    <message>
        <source>{0}; answer in a mapping with {1}</source>
        <translation>{0}; responda en una asignación con {1}</translation>
    </message>
    <message>
        <source>without a known beginning, so left out: {0}</source>
        <translation>sin comienzo conocido, por lo que faltan: {0}</translation>
    </message>
    <message>
        <source>before the year 1 or after 9999, so left out: {0}</source>
        <translation>antes del año 1 o después de 9999, por lo que faltan: {0}</translation>
    </message>
    <message>
        <source>time of day kept only in words: {0}</source>
        <translation>hora del día, solo en palabras: {0}</translation>
    </message>
    <message>
        <source>one moment in a range of days, drawn there as if it lasted: {0}</source>
        <translation>un momento en un intervalo de días, dibujado allí como si hubiera durado: {0}</translation>
    </message>
    <message>
        <source>known to the month or year, drawn there as if it lasted: {0}</source>
        <translation>conocido solo por mes o año, dibujado allí como si hubiera durado: {0}</translation>
    </message>
    <message>
        <source>approximate or uncertain date, told only in words: {0}</source>
        <translation>fecha aproximada o incierta, solo en palabras: {0}</translation>
    </message>
    <message>
        <source>still going on, told only in words: {0}</source>
        <translation>sigue en curso, solo en palabras: {0}</translation>
    </message>
    <message>
        <source>quotations and notes, written into the text: {0}</source>
        <translation>citas y notas, incluidas en el texto: {0}</translation>
    </message>
    <message>
        <source>quotations and notes, left out: {0}</source>
        <translation>citas y notas, faltan: {0}</translation>
    </message>
    <message>
        <source>lane, left out: {0}</source>
        <translation>franja, falta: {0}</translation>
    </message>
    <message>
        <source>actors, named only in the text: {0}</source>
        <translation>actores, nombrados solo en el texto: {0}</translation>
    </message>
    <message>
        <source>what each actor did, left out: {0}</source>
        <translation>lo que hizo cada actor, falta: {0}</translation>
    </message>
    <message>
        <source>only reported, alleged, planned or cancelled, told only in words: {0}</source>
        <translation>solo informado, presunto, previsto o cancelado, solo en palabras: {0}</translation>
    </message>
    <message>
        <source>key event or detail, left out: {0}</source>
        <translation>hecho clave o detalle, falta: {0}</translation>
    </message>
    <message>
        <source>figures with units, left out: {0}</source>
        <translation>cifras con unidades, faltan: {0}</translation>
    </message>
    <message>
        <source>ties to other events, left out: {0}</source>
        <translation>vínculos con otros hechos, faltan: {0}</translation>
    </message>
    <message>
        <source>texts in other languages, left out: {0}</source>
        <translation>textos en otros idiomas, faltan: {0}</translation>
    </message>
    <message>
        <source>bands behind the events, left out: {0}</source>
        <translation>bandas detrás de los hechos, omitidas: {0}</translation>
    </message>
    <message>
        <source>a web page holds at most {0} events, not {1}; choose fewer with a filter</source>
        <translation>una página web admite como máximo {0} hechos, no {1}; elija menos con un filtro</translation>
    </message>
    <message>
        <source>ties to events that are not exported, left out: {0}</source>
        <translation>vínculos con hechos que no se exportan, omitidos: {0}</translation>
    </message>
    <message>
        <source>What was arranged for event &quot;{0}&quot; is kept, but it is gone.</source>
        <translation>Lo dispuesto para el hecho «{0}» se conserva, pero ese hecho ya no existe.</translation>
    </message>
    <message>
        <source>What was arranged for {0} events is kept, but they are gone.</source>
        <translation>Lo dispuesto para {0} hechos se conserva, pero esos hechos ya no existen.</translation>
    </message>
    <message>
        <source>“{0}” was switched on, but the view does not show it.</source>
        <translation>«{0}» se activó, pero la vista no lo muestra.</translation>
    </message>
    <message>
        <source>{0} titles were switched on, but the view does not show them.</source>
        <translation>Se activaron {0} títulos que la vista no muestra.</translation>
    </message>
    <message>
        <source>“{0}” was switched on, but has no room.</source>
        <translation>«{0}» se activó, pero no cabe.</translation>
    </message>
    <message>
        <source>{0} titles were switched on, but have no room.</source>
        <translation>Se activaron {0} títulos que no caben.</translation>
    </message>
    <message>
        <source>“{0}” has no room on the chosen side of its mark and stands on the other.</source>
        <translation>«{0}» no cabe en el lado elegido de su marca y está en el otro.</translation>
    </message>
    <message>
        <source>{0} titles have no room on the chosen side of their marks and stand on the other.</source>
        <translation>{0} títulos no caben en el lado elegido de sus marcas y están en el otro.</translation>
    </message>
    <message>
        <source>“{0}” has no room in the chosen row and stands in another.</source>
        <translation>«{0}» no cabe en la fila elegida y está en otra.</translation>
    </message>
    <message>
        <source>{0} titles have no room in the chosen rows and stand in others.</source>
        <translation>{0} títulos no caben en las filas elegidas y están en otras.</translation>
    </message>
    <message>
        <source>“{0}” lies outside the time that is shown.</source>
        <translation>«{0}» queda fuera del tiempo que se muestra.</translation>
    </message>
    <message>
        <source>{0} bands lie outside the time that is shown.</source>
        <translation>{0} bandas quedan fuera del tiempo que se muestra.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} pasa de {1} MB.</translation>
    </message>
    <message>
        <source>{0} has more than {1} characters of text.</source>
        <translation>{0} tiene más de {1} caracteres de texto.</translation>
    </message>
    <message>
        <source>{0} has more than {1} pages.</source>
        <translation>{0} tiene más de {1} páginas.</translation>
    </message>
    <message>
        <source>{0} is no text, Markdown, HTML or PDF file.</source>
        <translation>{0} no es un archivo de texto, Markdown, HTML ni PDF.</translation>
    </message>
    <message>
        <source>{0} contains no text.</source>
        <translation>{0} no contiene texto.</translation>
    </message>
    <message>
        <source>{0} is protected by a password; save a copy without one, and open that.</source>
        <translation>{0} está protegido con contraseña; guarde una copia sin ella y ábrala.</translation>
    </message>
    <message>
        <source>{0} is damaged, or no PDF file.</source>
        <translation>{0} está dañado o no es un archivo PDF.</translation>
    </message>
    <message>
        <source>{0} holds pictures of its pages and no text; text recognition (OCR) adds the text.</source>
        <translation>{0} contiene imágenes de sus páginas y ningún texto; un reconocimiento de texto (OCR) lo añade.</translation>
    </message>
</context>
<context>
    <name>FaultsDialog</name>
    <message>
        <source>The file could not be opened</source>
        <translation>No se pudo abrir el archivo</translation>
    </message>
    <message>
        <source>This file could not be opened:</source>
        <translation>No se pudo abrir este archivo:</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found. The chronology that was open stays open.</source>
        <translation>
            <numerusform>Se halló %n error. La cronología que estaba abierta sigue abierta.</numerusform>
            <numerusform>Se hallaron %n errores. La cronología que estaba abierta sigue abierta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Faults and where they are</source>
        <translation>Errores y dónde están</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Chronologies</source>
        <translation>Cronologías</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Open a chronology</source>
        <translation>Abrir una cronología</translation>
    </message>
    <message>
        <source>What can be imported</source>
        <translation>Lo que se puede importar</translation>
    </message>
    <message>
        <source>Import a file of another program</source>
        <translation>Importar un archivo de otro programa</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Active filters</source>
        <translation>Filtros activos</translation>
    </message>
    <message>
        <source>Remove filter {0}</source>
        <translation>Quitar el filtro {0}</translation>
    </message>
    <message>
        <source>{0}: {1} chosen</source>
        <translation>{0}: {1} elegidos</translation>
    </message>
    <message>
        <source>Filter {0}, take away</source>
        <translation>Filtro {0}, quitar</translation>
    </message>
    <message>
        <source>Dim the rest</source>
        <translation>Atenuar el resto</translation>
    </message>
    <message>
        <source>Show filtered-out events faintly instead of hiding them</source>
        <translation>Mostrar tenues los hechos que el filtro deja fuera, en vez de ocultarlos</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>Further filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Further filters: {0}</source>
        <translation>Más filtros: {0}</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Show every event</source>
        <translation>Mostrar todos los hechos</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Filter actors…</source>
        <translation>Filtrar actores…</translation>
    </message>
    <message>
        <source>Filter the list of actors</source>
        <translation>Filtrar la lista de actores</translation>
    </message>
    <message>
        <source>Clear the list&apos;s filter</source>
        <translation>Borrar el filtro de la lista</translation>
    </message>
    <message>
        <source>No actor has this name.</source>
        <translation>Ningún actor se llama así.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alguno</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Show events with any of the chosen actors, or only those with all of them</source>
        <translation>Mostrar los hechos con alguno de los actores elegidos, o solo aquellos con todos</translation>
    </message>
    <message>
        <source>Any or all of the chosen actors</source>
        <translation>Alguno o todos los actores elegidos</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open the chronology</source>
        <translation>Abrir la cronología</translation>
    </message>
    <message numerus="yes">
        <source>{n} row(s)</source>
        <translation>
            <numerusform>{n} fila</numerusform>
            <numerusform>{n} filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Between the fields</source>
        <translation>Entre los campos</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Events as found</source>
        <translation>Hechos como constan</translation>
    </message>
    <message>
        <source>Such a table was imported before; its columns and dates are read as they were then.</source>
        <translation>Una tabla así ya se importó antes; sus columnas y fechas se leen como entonces.</translation>
    </message>
    <message>
        <source>Guess anew</source>
        <translation>Adivinar de nuevo</translation>
    </message>
    <message>
        <source>Detected: {0}</source>
        <translation>Detectado: {0}</translation>
    </message>
    <message>
        <source>The first that holds anything</source>
        <translation>La primera que contiene algo</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>No reconocido</translation>
    </message>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} hecho</numerusform>
            <numerusform>{n} hechos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} row(s)</source>
        <translation>
            <numerusform>{n} fila</numerusform>
            <numerusform>{n} filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} column(s)</source>
        <translation>
            <numerusform>{n} columna</numerusform>
            <numerusform>{n} columnas</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barra</translation>
    </message>
</context>
<context>
    <name>FullTexts</name>
    <message>
        <source>Read in context</source>
        <translation>Leer en contexto</translation>
    </message>
    <message>
        <source>This quotation is not in the full text that was added.</source>
        <translation>Esta cita no está en el texto completo que se añadió.</translation>
    </message>
    <message>
        <source>Choose the folder with the full texts</source>
        <translation>Elija la carpeta con los textos completos</translation>
    </message>
    <message>
        <source>Add full texts</source>
        <translation>Añadir textos completos</translation>
    </message>
    <message>
        <source>The texts could not be added: {0}. {1}</source>
        <translation>No se pudieron añadir los textos: {0}. {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n full text(s) added.</source>
        <translation>
            <numerusform>Se añadió %n texto completo.</numerusform>
            <numerusform>Se añadieron %n textos completos.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files match no source and were not added:</source>
        <translation>Estos archivos no corresponden a ninguna fuente y no se añadieron:</translation>
    </message>
    <message>
        <source>{0} quotations were checked; {1} have no full text here.</source>
        <translation>Citas comprobadas: {0}; sin texto completo aquí: {1}.</translation>
    </message>
    <message>
        <source>Every quotation checked is in its source, word for word.</source>
        <translation>Todas las citas comprobadas están en su fuente, palabra por palabra.</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>y {0} más</translation>
    </message>
    <message>
        <source>Check the quotations</source>
        <translation>Comprobar las citas</translation>
    </message>
</context>
<context>
    <name>GrowingPage</name>
    <message>
        <source>More below…</source>
        <translation>Más abajo…</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Events found</source>
        <translation>Hechos hallados</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>resumen</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>actor</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>sector</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>As the column shows: {0}</source>
        <translation>Como muestra la columna: {0}</translation>
    </message>
    <message>
        <source>Let the column decide</source>
        <translation>Que decida la columna</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} y {1} más</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>several things</source>
        <translation>varias cosas</translation>
    </message>
    <message>
        <source>Rows {0}: “{1}” may be {2}.</source>
        <translation>Filas {0}: «{1}» puede ser {2}.</translation>
    </message>
    <message>
        <source>Other dates of the column can only be: {0}.</source>
        <translation>Otras fechas de la columna solo pueden ser: {0}.</translation>
    </message>
    <message>
        <source>Only the file can settle this, row by row.</source>
        <translation>Solo el archivo puede aclararlo, fila por fila.</translation>
    </message>
    <message>
        <source>Rows with a fault</source>
        <translation>Filas con una falta</translation>
    </message>
    <message>
        <source>All that is lost or remarked</source>
        <translation>Todo lo que se pierde o se observa</translation>
    </message>
    <message>
        <source>Of the file as a whole</source>
        <translation>Del archivo entero</translation>
    </message>
    <message>
        <source>New in the file</source>
        <translation>Nuevo en el archivo</translation>
    </message>
    <message>
        <source>Changed in the file</source>
        <translation>Cambiado en el archivo</translation>
    </message>
    <message>
        <source>No longer in the file</source>
        <translation>Ya no está en el archivo</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Todos los cambios</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>Guardar el informe como</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>No se pudo escribir {0}: {1}</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Escrito: {0}</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>No se usa</translation>
    </message>
    <message>
        <source>Date or start</source>
        <translation>Fecha o inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Date in EDTF</source>
        <translation>Fecha en EDTF</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>Actores</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>Id of the event</source>
        <translation>Identificador del hecho</translation>
    </message>
    <message>
        <source>Date in words</source>
        <translation>Fecha en palabras</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Year of the end</source>
        <translation>Año del fin</translation>
    </message>
    <message>
        <source>Month of the end</source>
        <translation>Mes del fin</translation>
    </message>
    <message>
        <source>Day of the end</source>
        <translation>Día del fin</translation>
    </message>
    <message>
        <source>Time of the end</source>
        <translation>Hora del fin</translation>
    </message>
    <message>
        <source>Latest start</source>
        <translation>Inicio más tardío</translation>
    </message>
    <message>
        <source>Earliest end</source>
        <translation>Fin más temprano</translation>
    </message>
    <message>
        <source>Goes on (yes or no)</source>
        <translation>Continúa (sí o no)</translation>
    </message>
    <message>
        <source>Seconds since 1970</source>
        <translation>Segundos desde 1970</translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation>Clase de fila</translation>
    </message>
    <message>
        <source>Record of this program</source>
        <translation>Registro de este programa</translation>
    </message>
    <message>
        <source>Said by another column</source>
        <translation>Lo dice otra columna</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Exactamente</translation>
    </message>
    <message>
        <source>Less precisely</source>
        <translation>Con menos precisión</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>Por responder</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>No consta</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>No se entiende</translation>
    </message>
    <message>
        <source>Day or month first</source>
        <translation>Día o mes primero</translation>
    </message>
    <message>
        <source>Numbers alone are</source>
        <translation>Los números solos son</translation>
    </message>
    <message>
        <source>Years of two digits are of</source>
        <translation>Los años de dos cifras son de</translation>
    </message>
    <message>
        <source>1 January at midnight is</source>
        <translation>El 1 de enero a medianoche es</translation>
    </message>
    <message>
        <source>Numbers that count down are</source>
        <translation>Los números que descienden son</translation>
    </message>
    <message>
        <source>Day first (d/m/y)</source>
        <translation>Día primero (d/m/a)</translation>
    </message>
    <message>
        <source>Month first (m/d/y)</source>
        <translation>Mes primero (m/d/a)</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Años</translation>
    </message>
    <message>
        <source>Days of a spreadsheet (1900)</source>
        <translation>Días de una hoja de cálculo (1900)</translation>
    </message>
    <message>
        <source>Days of a spreadsheet (1904)</source>
        <translation>Días de una hoja de cálculo (1904)</translation>
    </message>
    <message>
        <source>Milliseconds since 1970</source>
        <translation>Milisegundos desde 1970</translation>
    </message>
    <message>
        <source>Microseconds since 1970</source>
        <translation>Microsegundos desde 1970</translation>
    </message>
    <message>
        <source>The year</source>
        <translation>El año</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>El día</translation>
    </message>
    <message>
        <source>Millions of years ago</source>
        <translation>Hace millones de años</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>No column holds dates yet: choose “Date or start” above the one that does.</source>
        <translation>Ninguna columna contiene fechas todavía: elija «Fecha o inicio» sobre la que las contiene.</translation>
    </message>
    <message>
        <source>No column holds titles yet: choose “Title” above the one that does.</source>
        <translation>Ninguna columna contiene títulos todavía: elija «Título» sobre la que los contiene.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import {0}</source>
        <translation>Importar {0}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>Paso {0} de {1}: {2}</translation>
    </message>
    <message>
        <source>This file cannot be imported. {0}</source>
        <translation>Este archivo no se puede importar. {0}</translation>
    </message>
</context>
<context>
    <name>Interaction</name>
    <message>
        <source>Zoom to this span</source>
        <translation>Acercar a este período</translation>
    </message>
    <message>
        <source>Export this span…</source>
        <translation>Exportar este período…</translation>
    </message>
    <message>
        <source>Lane {0} of {1}</source>
        <translation>Franja {0} de {1}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Unsaved work cannot be kept for the case of a crash: {0}</source>
        <translation>El trabajo sin guardar no se puede conservar por si el programa falla: {0}</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Trabajo sin guardar</translation>
    </message>
    <message>
        <source>Work on “{0}” was not saved when the program ended.</source>
        <translation>El trabajo en «{0}» no estaba guardado cuando el programa terminó.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, the last of {1}.</source>
        <translation>{0}, lo último de {1}.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar con él</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Descartarlo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>The work that was left behind could not be read.</source>
        <translation>No se pudo leer el trabajo que quedó pendiente.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>En la línea de tiempo</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>What you arranged belongs to no saved view. Keep it?</source>
        <translation>Lo que ha dispuesto no pertenece a ninguna vista guardada. ¿Quiere conservarlo?</translation>
    </message>
    <message>
        <source>What you arranged is not kept with “{0}”. Keep it?</source>
        <translation>Lo que ha dispuesto no está conservado con «{0}». ¿Quiere conservarlo?</translation>
    </message>
    <message>
        <source>If you do not keep it, it is lost.</source>
        <translation>Si no lo conserva, se perderá.</translation>
    </message>
    <message>
        <source>Keep with the view</source>
        <translation>Conservar con la vista</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>No conservar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>LegendView</name>
    <message>
        <source>What the marks mean</source>
        <translation>Qué significan las marcas</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Fit</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Menus</source>
        <translation>Menús</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>Ningún archivo reciente</translation>
    </message>
</context>
<context>
    <name>NewItemDialog</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Click a mark to read what the sources say · turn the wheel to zoom · drag to move · {0} shows every key</source>
        <translation>Clic en una marca para leer lo que dicen las fuentes · rueda para acercar · arrastrar para moverse · {0} muestra todas las teclas</translation>
    </message>
    <message>
        <source>No events match these filters.</source>
        <translation>Ningún hecho cumple estos filtros.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>This chronology has no events yet. {0} makes one, {1} opens another chronology.</source>
        <translation>Esta cronología aún no tiene hechos. {0} crea uno, {1} abre otra cronología.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Cerrar el aviso</translation>
    </message>
</context>
<context>
    <name>OpenFiles</name>
    <message>
        <source>The file was reloaded</source>
        <translation>El archivo se volvió a leer</translation>
    </message>
    <message>
        <source>Another program changed the file. Your changes are not saved yet.</source>
        <translation>Otro programa cambió el archivo. Sus cambios aún no están guardados.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Verlo…</translation>
    </message>
    <message numerus="yes">
        <source>The file has %n fault(s) now; what was open stays.</source>
        <translation>
            <numerusform>El archivo tiene ahora %n error; lo que estaba abierto se queda.</numerusform>
            <numerusform>El archivo tiene ahora %n errores; lo que estaba abierto se queda.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Guardado: {0}</translation>
    </message>
    <message>
        <source>Copy saved: {0}</source>
        <translation>Copia guardada: {0}</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening {0}…</source>
        <translation>Abriendo {0}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Hatched: events that happened by then, but not known to be then.</source>
        <translation>Rayado: hechos ocurridos hasta entonces, sin que conste que fueran entonces.</translation>
    </message>
    <message>
        <source>Overview of the whole span</source>
        <translation>Vista general de todo el período</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 hecho</translation>
    </message>
    <message>
        <source>{0} events</source>
        <translation>{0} hechos</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
</context>
<context>
    <name>Painting</name>
    <message>
        <source>Show all lanes</source>
        <translation>Ver todas las franjas</translation>
    </message>
    <message>
        <source>1 event here in a folded lane (L shows it)</source>
        <translation>1 hecho aquí en una franja plegada (L lo muestra)</translation>
    </message>
    <message>
        <source>{events} events here in folded lanes (L shows them)</source>
        <translation>{events} hechos aquí en franjas plegadas (L los muestra)</translation>
    </message>
    <message>
        <source>1 lane without events here</source>
        <translation>1 franja sin hechos aquí</translation>
    </message>
    <message>
        <source>{lanes} lanes without events here</source>
        <translation>{lanes} franjas sin hechos aquí</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Presentation</source>
        <translation>Presentación</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} hecho</numerusform>
            <numerusform>{n} hechos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first {n} event(s)</source>
        <translation>
            <numerusform>el primer {n} hecho</numerusform>
            <numerusform>los primeros {n} hechos</numerusform>
        </translation>
    </message>
    <message>
        <source>The timeline of {0}. Dates understood: {1}</source>
        <translation>La línea de tiempo de {0}. Fechas entendidas: {1}</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
</context>
<context>
    <name>QualityDialog</name>
    <message>
        <source>Quality of the chronology</source>
        <translation>Calidad de la cronología</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) may need another look. None of this is a fault.</source>
        <translation>
            <numerusform>Quizá convenga revisar %n hecho. Nada de esto es un error.</numerusform>
            <numerusform>Quizá convenga revisar %n hechos. Nada de esto es un error.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lacking.</source>
        <translation>No falta nada.</translation>
    </message>
    <message>
        <source>after “{0}”</source>
        <translation>después de «{0}»</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Sin fuente</translation>
    </message>
    <message>
        <source>One source only</source>
        <translation>Una sola fuente</translation>
    </message>
    <message>
        <source>Date known to no year</source>
        <translation>Fecha sin año conocido</translation>
    </message>
    <message>
        <source>Years in which nothing begins</source>
        <translation>Años en que nada empieza</translation>
    </message>
    <message>
        <source>Perhaps told twice</source>
        <translation>Quizá contado dos veces</translation>
    </message>
    <message>
        <source>Tie that the dates contradict</source>
        <translation>Vínculo que las fechas contradicen</translation>
    </message>
</context>
<context>
    <name>QuotationCard</name>
    <message>
        <source>Quotation</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Quotation with citation</source>
        <translation>La cita con su referencia</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Abrir la fuente</translation>
    </message>
    <message>
        <source>Read in context</source>
        <translation>Leer en contexto</translation>
    </message>
    <message>
        <source>Show it in the full text</source>
        <translation>Mostrarla en el texto completo</translation>
    </message>
    <message>
        <source>Copy the source for a bibliography</source>
        <translation>Copiar la fuente para una bibliografía</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Citar</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Como texto</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>QuoteCommands</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Quote from a document</source>
        <translation>Citar un documento</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>No se puede leer {0}: {1}</translation>
    </message>
    <message>
        <source>Quote what was copied</source>
        <translation>Citar lo copiado</translation>
    </message>
    <message>
        <source>There is no text to paste: copy some in your browser first.</source>
        <translation>No hay texto que pegar: copie antes alguno en su navegador.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Hecho nuevo</translation>
    </message>
    <message>
        <source>new event from a quotation</source>
        <translation>hecho nuevo a partir de una cita</translation>
    </message>
    <message>
        <source>quotation for “{0}”</source>
        <translation>cita para «{0}»</translation>
    </message>
    <message>
        <source>Quotation added to: {0}</source>
        <translation>Cita añadida a: {0}</translation>
    </message>
    <message>
        <source>Copied from the web on {0}</source>
        <translation>Copiado de la web el {0}</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>The full text could not be kept on this machine: {0}</source>
        <translation>No se pudo guardar el texto completo en este equipo: {0}</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Quote from a document</source>
        <translation>Citar un documento</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>&amp;New event from this</source>
        <translation>Hecho &amp;nuevo con esto</translation>
    </message>
    <message>
        <source>&amp;Add to the selected event</source>
        <translation>&amp;Añadir al hecho elegido</translation>
    </message>
    <message>
        <source>&amp;Previous quotation</source>
        <translation>Cita an&amp;terior</translation>
    </message>
    <message>
        <source>N&amp;ext quotation</source>
        <translation>Cita &amp;siguiente</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>New source: {0}</source>
        <translation>Fuente nueva: {0}</translation>
    </message>
    <message>
        <source>Select {0} to {1} words to quote them.</source>
        <translation>Elija de {0} a {1} palabras para citarlas.</translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) from this text.</source>
        <translation>
            <numerusform>%n cita de este texto.</numerusform>
            <numerusform>%n citas de este texto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not a quotation: {0}.</source>
        <translation>No es una cita: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % of the text quoted now, {1} % with this; at most {2} %</source>
        <translation>citado ahora el {0} % del texto, con esto el {1} %; como máximo, el {2} %</translation>
    </message>
    <message>
        <source>{0}: too much, please quote less</source>
        <translation>{0}: demasiado, cite menos</translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>Reading {0}…</source>
        <translation>Leyendo {0}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Quote from a document</source>
        <translation>Citar un documento</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>What is listed</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Show the row</source>
        <translation>Mostrar la fila</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>What is lost, remarked or changed</source>
        <translation>Lo que se pierde, se observa o cambia</translation>
    </message>
    <message>
        <source>Keep the events that the file no longer has</source>
        <translation>Conservar los hechos que el archivo ya no tiene</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Tomar</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message numerus="yes">
        <source>The chronology has {n} event(s). It opens at once, and is a file once you save it.</source>
        <translation>
            <numerusform>La cronología tiene {n} hecho. Se abre enseguida y será un archivo cuando la guarde.</numerusform>
            <numerusform>La cronología tiene {n} hechos. Se abre enseguida y será un archivo cuando la guarde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole file ({n} event(s))</source>
        <translation>
            <numerusform>Todo el archivo ({n} hecho)</numerusform>
            <numerusform>Todo el archivo ({n} hechos)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only rows without fault ({n} event(s))</source>
        <translation>
            <numerusform>Solo las filas sin faltas ({n} hecho)</numerusform>
            <numerusform>Solo las filas sin faltas ({n} hechos)</numerusform>
        </translation>
    </message>
    <message>
        <source>A new chronology</source>
        <translation>Una cronología nueva</translation>
    </message>
    <message>
        <source>Update “{0}” ({1})</source>
        <translation>Actualizar «{0}» ({1})</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
</context>
<context>
    <name>RoleHeader</name>
    <message>
        <source>Column “{0}” holds</source>
        <translation>La columna «{0}» contiene</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>{0}: remove</source>
        <translation>{0}: quitar</translation>
    </message>
</context>
<context>
    <name>SavedViewCommands</name>
    <message>
        <source>Save view</source>
        <translation>Guardar vista</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>Vista guardada</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>There are no saved views yet. “{0}” saves what you see.</source>
        <translation>Aún no hay vistas guardadas. «{0}» guarda lo que se ve.</translation>
    </message>
</context>
<context>
    <name>SavedViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Present from here</source>
        <translation>Presentar desde aquí</translation>
    </message>
    <message>
        <source>Name and caption…</source>
        <translation>Nombre y pie…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Cambiar nombre de la vista</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>Importar vistas</translation>
    </message>
    <message>
        <source>Save views</source>
        <translation>Guardar vistas</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>No se pudo escribir {0}: {1}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>“{0}” exists already. Replace it?</source>
        <translation>«{0}» ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>What is in the file now will be lost.</source>
        <translation>Lo que contiene ahora el archivo se perderá.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save the chronology as</source>
        <translation>Guardar la cronología como</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>“{0}” is not saved. Save it?</source>
        <translation>«{0}» no está guardada. ¿Guardarla?</translation>
    </message>
    <message>
        <source>There are no changes to save.</source>
        <translation>No hay cambios que guardar.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>“{0}” comes with the program and stays as it is.</source>
        <translation>«{0}» viene con el programa y queda como está.</translation>
    </message>
    <message>
        <source>The file of “{0}” cannot be written to.</source>
        <translation>No se puede escribir en el archivo de «{0}».</translation>
    </message>
    <message>
        <source>To change it, work on a copy of your own.</source>
        <translation>Para cambiarla, trabaje en una copia propia.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message>
        <source>“{0}” was changed. Save the changes?</source>
        <translation>«{0}» ha cambiado. ¿Guardar los cambios?</translation>
    </message>
    <message>
        <source>If you do not save them, they are lost.</source>
        <translation>Si no los guarda, se pierden.</translation>
    </message>
    <message>
        <source>If you do not save it, it is lost.</source>
        <translation>Si no la guarda, se pierde.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>No se pudo escribir {0}: {1}</translation>
    </message>
    <message>
        <source>{0} (changed)</source>
        <translation>{0} (con cambios)</translation>
    </message>
    <message>
        <source>{0} (not saved)</source>
        <translation>{0} (sin guardar)</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, quotations, people…</source>
        <translation>Buscar títulos, citas, personas…</translation>
    </message>
    <message>
        <source>Search titles, summaries, quotations and actors</source>
        <translation>Buscar en títulos, resúmenes, citas y actores</translation>
    </message>
    <message>
        <source>Enter: next hit, or the date you typed · Shift+Enter: previous hit · Esc: clear</source>
        <translation>Intro: resultado siguiente, o la fecha escrita · Mayús+Intro: resultado anterior · Esc: borrar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message numerus="yes">
        <source>{n} event(s)</source>
        <translation>
            <numerusform>{n} hecho</numerusform>
            <numerusform>{n} hechos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>Change several events</source>
        <translation>Cambiar varios hechos</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) chosen in the table</source>
        <translation>
            <numerusform>%n hecho elegido en la tabla</numerusform>
            <numerusform>%n hechos elegidos en la tabla</numerusform>
        </translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>One more actor</source>
        <translation>Un actor más</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como está</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Buscar una orden o una tecla</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Órdenes y sus teclas</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Tecla nueva: púlsela</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Pulse una tecla</translation>
    </message>
    <message>
        <source>Key of “{0}”</source>
        <translation>Tecla de «{0}»</translation>
    </message>
    <message>
        <source>{0} is reserved for moving about, typing or opening a menu.</source>
        <translation>{0} está reservada para moverse, escribir o abrir un menú.</translation>
    </message>
    <message>
        <source>{0} belongs to “{1}” and would be removed from it.</source>
        <translation>{0} es una tecla de «{1}» y se le quitaría.</translation>
    </message>
    <message>
        <source>{0} types a character: it acts while the timeline has the focus.</source>
        <translation>{0} escribe un carácter: actúa mientras la línea de tiempo tiene el foco.</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Filters, timeline and event</source>
        <translation>Filtros, línea de tiempo y hecho</translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>This is what the document says of itself. Please check it: it becomes the citation.</source>
        <translation>Esto dice el documento de sí mismo. Compruébelo: será la referencia.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Authors, with semicolons between them</source>
        <translation>Autores, separados por punto y coma</translation>
    </message>
    <message>
        <source>Publisher, newspaper or site</source>
        <translation>Editorial, periódico o sitio</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Fecha de publicación</translation>
    </message>
    <message>
        <source>Address on the web</source>
        <translation>Dirección en la web</translation>
    </message>
    <message>
        <source>Language, such as en or es</source>
        <translation>Idioma, como en o es</translation>
    </message>
</context>
<context>
    <name>SpeakerView</name>
    <message>
        <source>Speaker’s view</source>
        <translation>Vista del orador</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>A continuación</translation>
    </message>
    <message>
        <source>◂ Event</source>
        <translation>◂ Hecho</translation>
    </message>
    <message>
        <source>Event ▸</source>
        <translation>Hecho ▸</translation>
    </message>
    <message>
        <source>◂ View</source>
        <translation>◂ Vista</translation>
    </message>
    <message>
        <source>View ▸</source>
        <translation>Vista ▸</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>En negro</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>Intercambiar pantallas</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Fin</translation>
    </message>
</context>
<context>
    <name>StageControls</name>
    <message>
        <source>Previous view (↑)</source>
        <translation>Vista anterior (↑)</translation>
    </message>
    <message>
        <source>Previous event (←)</source>
        <translation>Hecho anterior (←)</translation>
    </message>
    <message>
        <source>Next event (→)</source>
        <translation>Hecho siguiente (→)</translation>
    </message>
    <message>
        <source>Next view (↓)</source>
        <translation>Vista siguiente (↓)</translation>
    </message>
    <message>
        <source>Black screen (B)</source>
        <translation>Pantalla en negro (B)</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>Terminar (Esc)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>What is in view</source>
        <translation>Lo que está a la vista</translation>
    </message>
    <message numerus="yes">
        <source>{0} of {n} event(s) in view</source>
        <translation>
            <numerusform>{0} de {n} hecho a la vista</numerusform>
            <numerusform>{0} de {n} hechos a la vista</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} without a given date</source>
        <translation>{0} sin fecha dada</translation>
    </message>
    <message>
        <source>every title shown</source>
        <translation>todos los títulos a la vista</translation>
    </message>
    <message numerus="yes">
        <source>{n} title(s) shown</source>
        <translation>
            <numerusform>{n} título mostrado</numerusform>
            <numerusform>{n} títulos mostrados</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} merged</source>
        <translation>{0} agrupados</translation>
    </message>
    <message>
        <source>{0} out of sight: press L</source>
        <translation>{0} sin lugar: pulse L</translation>
    </message>
    <message>
        <source>time scale stretched where shaded</source>
        <translation>escala de tiempo estirada donde está sombreada</translation>
    </message>
    <message>
        <source>no filter</source>
        <translation>sin filtro</translation>
    </message>
    <message>
        <source>filtered: {0} of {1}</source>
        <translation>filtrados: {0} de {1}</translation>
    </message>
    <message numerus="yes">
        <source>{n} quotation(s)</source>
        <translation>
            <numerusform>{n} cita</numerusform>
            <numerusform>{n} citas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the full texts to have every quotation checked</source>
        <translation>Añada los textos completos para comprobar cada cita</translation>
    </message>
    <message>
        <source>{0} of {1} quotations not in their sources</source>
        <translation>{0} de {1} citas no están en sus fuentes</translation>
    </message>
    <message>
        <source>✓ {0} of {1} quotations match their sources</source>
        <translation>✓ {0} de {1} citas coinciden con sus fuentes</translation>
    </message>
    <message>
        <source>✓ all {0} quotations match their sources</source>
        <translation>✓ las {0} citas coinciden con sus fuentes</translation>
    </message>
</context>
<context>
    <name>SubjectFields</name>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>A date such as 2009, 2012-05 or 2012-05-27</source>
        <translation>Una fecha como 2009, 2012-05 o 2012-05-27</translation>
    </message>
    <message>
        <source>As on screen</source>
        <translation>Como en pantalla</translation>
    </message>
    <message>
        <source>Chosen span</source>
        <translation>Período elegido</translation>
    </message>
    <message>
        <source>Whole chronology</source>
        <translation>Toda la cronología</translation>
    </message>
    <message>
        <source>View: {0}</source>
        <translation>Vista: {0}</translation>
    </message>
    <message>
        <source>The first day must come before the last.</source>
        <translation>El primer día debe ser anterior al último.</translation>
    </message>
</context>
<context>
    <name>TemplateCommands</name>
    <message>
        <source>New from template</source>
        <translation>Nueva a partir de plantilla</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Crear…</translation>
    </message>
    <message>
        <source>Spreadsheet to fill in…</source>
        <translation>Hoja de cálculo para llenar…</translation>
    </message>
    <message>
        <source>New chronology</source>
        <translation>Nueva cronología</translation>
    </message>
    <message>
        <source>Save a spreadsheet to fill in</source>
        <translation>Guardar una hoja de cálculo para llenar</translation>
    </message>
    <message>
        <source>events</source>
        <translation>hechos</translation>
    </message>
    <message>
        <source>Written: {0}. Fill it in, then import it: File ▸ Import…</source>
        <translation>Guardado: {0}. Llénela y luego impórtela: Archivo ▸ Importar…</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Abrir una muestra</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>No se pudo escribir {0}: {1}</translation>
    </message>
</context>
<context>
    <name>TemplateField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>The program’s own look</source>
        <translation>El aspecto propio del programa</translation>
    </message>
    <message>
        <source>Template for slides</source>
        <translation>Plantilla para diapositivas</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>More than {0} characters: a slide cuts it.</source>
        <translation>Más de {0} caracteres: una diapositiva lo corta.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>as in {0}</source>
        <translation>como en {0}</translation>
    </message>
</context>
<context>
    <name>TextInPlace</name>
    <message>
        <source>Headline</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Line below the headline</source>
        <translation>Línea bajo el titular</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{0} events; double-click to zoom in on them</source>
        <translation>{0} hechos; haga doble clic para acercarse a ellos</translation>
    </message>
    <message>
        <source>Events whose beginning no source gives. Click here or press U to close the list.</source>
        <translation>Hechos cuyo comienzo no da ninguna fuente. Pulse aquí o la tecla U para cerrar la lista.</translation>
    </message>
    <message>
        <source>Events whose beginning no source gives. Click here or press U to list them.</source>
        <translation>Hechos cuyo comienzo no da ninguna fuente. Pulse aquí o la tecla U para listarlos.</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Title, search and buttons</source>
        <translation>Título, búsqueda y botones</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n fuente</numerusform>
            <numerusform>%n fuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Group the lanes by</source>
        <translation>Agrupar las franjas por</translation>
    </message>
    <message>
        <source>Group the lanes by: {0}</source>
        <translation>Agrupar las franjas por: {0}</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>changes of another program</source>
        <translation>cambios de otro programa</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Chronologies</source>
        <translation>Cronologías</translation>
    </message>
    <message>
        <source>taken from {0}</source>
        <translation>tomado de {0}</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>Cambiado desde que se guardó</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>back to what was saved</source>
        <translation>vuelta a lo guardado</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Ambos dicen lo mismo.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) taken over</source>
        <translation>
            <numerusform>%n diferencia tomada</numerusform>
            <numerusform>%n diferencias tomadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Another program changed the file, and it cannot be read now:
{0}
Save yours over it?</source>
        <translation>Otro programa cambió el archivo, y ahora no se puede leer:
{0}
¿Guardar lo suyo encima?</translation>
    </message>
    <message>
        <source>The file was changed</source>
        <translation>El archivo ha cambiado</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Guardar lo mío encima</translation>
    </message>
</context>
<context>
    <name>ViewNaming</name>
    <message>
        <source>Only the speaker sees them.</source>
        <translation>Solo las ve quien presenta.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Pie</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>A view with this name exists; saving replaces it.</source>
        <translation>Ya existe una vista con este nombre; al guardar se la reemplaza.</translation>
    </message>
</context>
<context>
    <name>WindowLayout</name>
    <message>
        <source>Timeline and table</source>
        <translation>Línea de tiempo y tabla</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>There is not enough memory.</source>
        <translation>No hay memoria suficiente.</translation>
    </message>
    <message>
        <source>Sources differ</source>
        <translation>Las fuentes difieren</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Text lost</source>
        <translation>Texto perdido</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Calculado</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>month known, day not stated</source>
        <translation>se conoce el mes; el día no se indica</translation>
    </message>
    <message>
        <source>season known, month not stated</source>
        <translation>se conoce la estación; el mes no se indica</translation>
    </message>
    <message>
        <source>quarter known, month not stated</source>
        <translation>trimestre conocido, mes no indicado</translation>
    </message>
    <message>
        <source>third of the year known, month not stated</source>
        <translation>cuatrimestre conocido, mes no indicado</translation>
    </message>
    <message>
        <source>half of the year known, month not stated</source>
        <translation>semestre conocido, mes no indicado</translation>
    </message>
    <message>
        <source>year known, month not stated</source>
        <translation>se conoce el año; el mes no se indica</translation>
    </message>
    <message>
        <source>decade known, year not stated</source>
        <translation>se conoce la década; el año no se indica</translation>
    </message>
    <message>
        <source>century known, year not stated</source>
        <translation>se conoce el siglo; el año no se indica</translation>
    </message>
</context>
</TS>
