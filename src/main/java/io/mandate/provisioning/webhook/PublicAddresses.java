package io.mandate.provisioning.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses in the open internet only, at the moment of connecting: what was checked is what is connected
 * to. Special addresses after RFC 6890.
 */
final class PublicAddresses implements DnsResolver {

    /** A name stands for an address that is not in the open internet, if only among others. */
    static class NotPublicException extends UnknownHostException {}

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : found) {
            if (!isPublic(address)) {
                throw new NotPublicException();
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Global unicast is 2000::/3; of it, tunnels to IPv4 and the documentation prefixes are none.
            boolean tunnel = first == 0x20 && (second == 0x02 || second == 0x01 && (bytes[2] & 0xfe) == 0);
            boolean documentation = first == 0x20 && second == 0x01 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
            boolean newDocumentation = first == 0x3f && second == 0xff && (bytes[2] & 0xf0) == 0;
            return (first & 0xe0) == 0x20 && !tunnel && !documentation && !newDocumentation;
        }
        int third = bytes[2] & 0xff;
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean protocol = first == 192 && second == 0 && third == 0 || first == 192 && second == 88 && third == 99;
        boolean documentation = first == 192 && second == 0 && third == 2
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !carrier && !benchmark && !protocol && !documentation;
    }
}
