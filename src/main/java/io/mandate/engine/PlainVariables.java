package io.mandate.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.DoubleValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ShortValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a variable may hold, whoever sets it: a text, a number, yes or no, a date, nothing. There is nobody here who could
 * write or read a serialised Java object, bytes or a file.
 */
final class PlainVariables extends DefaultVariableSerializers {

    private static final long serialVersionUID = 1L;

    PlainVariables() {
        for (TypedValueSerializer<?> plain : new TypedValueSerializer<?>[] {
            new NullValueSerializer(), new StringValueSerializer(), new BooleanValueSerializer(), new ShortValueSerializer(),
            new IntegerValueSerializer(), new LongValueSerlializer(), new DoubleValueSerializer(), new DateValueSerializer()
        }) {
            addSerializer(plain);
        }
    }

    @Override
    public TypedValueSerializer<?> findSerializerForValue(TypedValue value, VariableSerializerFactory fallback) {
        for (TypedValueSerializer<?> plain : serializerList) {
            if (plain.canHandle(value)) {
                return plain;
            }
        }
        throw new BadUserRequestException("A variable holds a text, a number, yes or no, or a date");
    }

    @Override
    public TypedValueSerializer<?> findSerializerForValue(TypedValue value) {
        return findSerializerForValue(value, null);
    }
}
