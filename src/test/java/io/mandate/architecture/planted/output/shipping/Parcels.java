package io.mandate.architecture.planted.output.shipping;

/** Words for nobody. */
class Parcels {

    void send() {
        System.out.println("sent");
    }
}
