package io.mandate.catalog;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** Reads the catalog from YAML and lets nothing pass that pages, mails or processes could stumble over later. */
final class CatalogFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private CatalogFile() {}

    static Catalog read(Resource file) {
        var catalog = parse(file);
        var problems = CatalogRules.problemsOf(catalog);
        if (!problems.isEmpty()) {
            throw new CatalogException(file.getDescription(), problems);
        }
        return catalog;
    }

    private static Catalog parse(Resource file) {
        try (var yaml = file.getInputStream()) {
            var catalog = YAML.readValue(yaml, Catalog.class);
            return catalog == null ? new Catalog(List.of(), List.of()) : catalog;
        } catch (JsonMappingException e) {
            throw new CatalogException(file.getDescription(), List.of(place(e) + e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new CatalogException(file.getDescription(), List.of(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(file.getDescription() + " cannot be read", e);
        }
    }

    /** Where in the file, as far as Jackson knows: "services[1].roles[0].strength: ". */
    private static String place(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : path.substring(path.startsWith(".") ? 1 : 0) + ": ";
    }
}
