"""The papers of an event: invitations, feedback forms, the summary; the only user of reportlab."""
