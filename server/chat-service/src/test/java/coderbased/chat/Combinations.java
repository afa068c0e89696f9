package coderbased.chat;

import coderbased.protocol.Secret;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every message that a sealed type knows, with every combination of the values that its fields may have. Goes by
 * reflection: a message that is new is here by itself, a field that is new asks for its values.
 */
final class Combinations {

    /** The possible values of a field, by its name and type. */
    interface Values {

        /** Throws {@link AssertionError} for a field that it does not know. */
        List<Value> of(RecordComponent field);
    }

    /** A value, and how it is called in a case's name. */
    record Value(String label, Object value) {}

    /** One message. {@code labels}: how its fields were chosen, {@code field=label} each. */
    record Case(List<String> labels, Object message) {

        /** The same case but for that field, whatever it was. */
        String butFor(String field) {
            return message.getClass().getSimpleName()
                    + labels.stream()
                            .map(label -> label.startsWith(field + "=") ? field + "=*" : label)
                            .collect(Collectors.joining(",", "[", "]"));
        }

        boolean has(String field, String label) {
            return labels.contains(field + "=" + label);
        }

        @Override
        public String toString() {
            return message.getClass().getSimpleName() + labels;
        }
    }

    private final Values values;

    Combinations(Values values) {
        this.values = values;
    }

    /** All cases of a record, or of every record of a sealed type. */
    List<Case> of(Class<?> type) {
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .flatMap(each -> of(each).stream())
                    .toList();
        }
        List<Case> cases = new ArrayList<>();
        RecordComponent[] fields = type.getRecordComponents();
        choose(type, fields, new ArrayList<>(), new Object[fields.length], cases);
        return cases;
    }

    private void choose(
            Class<?> type, RecordComponent[] fields, List<String> labels, Object[] chosen, List<Case> cases) {
        int next = labels.size();
        if (next == fields.length) {
            cases.add(new Case(List.copyOf(labels), make(type, fields, chosen)));
            return;
        }
        String name = fields[next].getName();
        for (Value value : valuesOf(fields[next])) {
            List<String> more = new ArrayList<>(labels);
            more.add(name + "=" + value.label());
            chosen[next] = value.value();
            choose(type, fields, more, chosen, cases);
        }
    }

    private List<Value> valuesOf(RecordComponent field) {
        Class<?> type = field.getType();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> new Value(each.toString(), each))
                    .toList();
        }
        if (type.isSealed()) {
            return of(type).stream()
                    .map(each -> new Value(each.toString(), each.message()))
                    .toList();
        }
        return type == Secret.class
                ? values.of(field).stream()
                        .map(each -> new Value(each.label(), new Secret((String) each.value())))
                        .toList()
                : values.of(field);
    }

    private static Object make(Class<?> type, RecordComponent[] fields, Object[] chosen) {
        try {
            Class<?>[] types =
                    Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(chosen);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made of " + Arrays.toString(chosen), e);
        }
    }
}
