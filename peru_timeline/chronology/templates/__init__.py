"""What a reader starts from: templates, samples and the spreadsheet to fill in. No Qt, no dialogs."""
