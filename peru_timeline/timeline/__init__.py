"""Where the chronology is drawn: lanes, rows and the scene, in numpy arrays and pixels, without Qt.

Day numbers and pixels are floats. `arrange` decides what each lane shows; `lay_out` maps it to one frame.
"""
