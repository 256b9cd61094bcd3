package io.mandate.engine.upgrade;

import java.util.Map;
import java.util.UUID;

/**
 * One node, from one start to its end.
 *
 * @param name what people know it by
 * @param version of Mandate
 * @param files the diagrams, tables and forms that it brings, by name
 */
record ThisNode(UUID id, String name, String version, Map<String, byte[]> files) {

    ThisNode(String name, String version, Map<String, byte[]> files) {
        this(UUID.randomUUID(), name, version, Map.copyOf(files));
    }

    ModelFiles models() {
        return ModelFiles.of(files);
    }
}
