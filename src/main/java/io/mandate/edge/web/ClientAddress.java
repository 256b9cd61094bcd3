package io.mandate.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** By whom requests are counted: an IPv4 address, or the network of 64 bits that one subscriber of IPv6 has at least. */
final class ClientAddress {

    private static final int NETWORK = 8;

    private ClientAddress() {}

    /** As the web server knows it: of the connection, or what a trusted proxy says. */
    static String of(HttpServletRequest request) {
        return counted(request.getRemoteAddr());
    }

    static String counted(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
