"""The list of papers: model, painting, view, and the pane with the search field."""
