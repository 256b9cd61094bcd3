package io.mandate.edge.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Puts these headers on every answer, those of the web server itself included. Who knows better later on replaces them. */
class HeadersValve extends ValveBase {

    private final Map<String, String> headers;

    HeadersValve(Map<String, String> headers) {
        super(true);
        this.headers = headers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        headers.forEach(response::setHeader);
        getNext().invoke(request, response);
    }
}
