"""Sizes that layout, compositions and painters must agree on. All are px of the scene unless the name says otherwise.

What only one module needs stays in that module.
"""

from __future__ import annotations

# --- time axis: above the lanes, y from -AXIS_HEIGHT_PX to 0 ---
AXIS_HEIGHT_PX = 50.0
MAJOR_FONT_PX, MINOR_FONT_PX = 13.0, 10.5
MAJOR_LABEL_Y_PX, MINOR_LABEL_Y_PX = -32.0, -12.5  # vertical centres of the two rows of labels
MAJOR_TICK_Y_PX, MINOR_TICK_Y_PX = -22.0, -21.0  # tops of the ticks, which end at 0

# --- lane headers: left of the time area ---
HEADER_INDENT_PX = 12.0  # of the lane of a member below that of its bloc
HEADER_PADDING_PX = 14.0  # from the left edge to the lane's name
LANE_NAME_FONT_PX, LANE_COUNT_FONT_PX = 12.0, 11.0
COUNT_PADDING_PX = 19.0  # from the end of a lane's count to the time area
FIRST_ROW_Y_PX = 14.0  # centre of the first row, from the top of a lane

# --- marks ---
OUTLINE_PX = 1.6  # of planned, cancelled and alleged events
WHISKER_PX, WHISKER_END_PX = 1.5, 7.0  # thickness of a whisker's line; height of its ends
WHISKER_GLYPH_PX = 9.0  # of the glyph on a whisker
FUZZY_FADE_SHARE = 0.26  # of a fuzzy bar's length, at either end; its middle stays solid
OPEN_FADE_SHARE = 0.45  # of a span's length, towards an end that is not known exactly
MAX_FADE_PX = 160.0  # of a span
FADED_OPACITY = 0.06  # at the very end of a fading bar
BAR_RADIUS_PX = 7.0  # of the corners, if the bar is high enough
BAR_GLYPH_X_PX, BAR_GLYPH_PX = (
    9.0,
    8.0,
)  # glyph in a bar with its title: centre from the left end, size
ARROW_X_PX, ARROW_HEIGHT_PX = 5.0, 8.0  # arrow at an open end: centre from that end, height

# --- titles ---
TITLE_GAP_PX = 6.0  # between a mark and its title
DATE_GAP_PX = 8.0  # between a title and the date after it
PILL_PADDING_PX = 5.0  # left and right of the selected title, inside its pill
PILL_RADIUS_PX = 4.0

# --- offers to go to the next event ---
OFFER_FONT_PX, OFFER_PADDING_PX = 12.0, 12.0

# --- cards ---
CARD_WIDTH_PX, CARD_HEIGHT_PX = 320.0, 78.0
CARD_ROW_PX = 106.0  # height of a row of marks with their cards
CARD_MARK_Y_PX = 8.0  # centre of the mark, from the top of its row
CARD_TOP_PX = 18.0  # top of the card, from the top of its row
CARD_TITLE_FONT_PX, CARD_FONT_PX = 13.0, 11.0  # of the title; of date and summary
CARD_SOURCE_FONT_PX = 10.0
CARD_RADIUS_PX = 6.0
CARD_STEM_PX = 1.5  # width of the line from the mark to the card
CARD_GLYPH_X_PX, CARD_GLYPH_Y_PX, CARD_GLYPH_PX = 15.0, 17.0, 9.0  # centre from the top left, size
CARD_TEXT_X_PX = 27.0  # from the left edge
