package io.mandate.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By whom requests are counted. */
class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7", "2001:db8:1:2:3:4:5:6, 20010db800010002/64", "2001:db8:1:2::, 20010db800010002/64",
        "::1, 0000000000000000/64", "fe80::1%eth0, fe80000000000000/64", "::ffff:203.0.113.7, 203.0.113.7",
        "not:an:address, not:an:address",
    })
    void an_address_or_a_network(String address, String counted) {
        assertThat(ClientAddress.counted(address)).isEqualTo(counted);
    }
}
