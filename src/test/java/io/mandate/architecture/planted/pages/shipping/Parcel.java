package io.mandate.architecture.planted.pages.shipping;

import org.springframework.ui.Model;

/** A use case that knows of pages. */
record Parcel(Model model) {}
