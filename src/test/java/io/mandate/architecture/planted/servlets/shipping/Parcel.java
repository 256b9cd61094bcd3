package io.mandate.architecture.planted.servlets.shipping;

import jakarta.servlet.http.HttpServletRequest;

/** A use case that knows of HTTP. */
record Parcel(HttpServletRequest request) {}
