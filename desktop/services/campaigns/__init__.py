"""The hotline practice: campaigns, who takes part, their calls, lists and logs of the telephone system."""
