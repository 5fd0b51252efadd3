"""The timeline's layout, without Qt: from a chronology to a scene in px that painters only have to draw.

`columns`, `lanes` and `layout_input` hold what is laid out. `packing/` assigns rows at each octave of zoom, `arrange`
decides what each lane shows in one view, and `frame/` turns that into the scene of one frame. `axis/` maps time to px.
`metrics` and `text_measure` hold what layout and painters must agree on. Nothing here may import Qt or know colours.
"""
