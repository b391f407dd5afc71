"""One module for each page; a page paints a frozen state and tells by signals what the person wants."""
