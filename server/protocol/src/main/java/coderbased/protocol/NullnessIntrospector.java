package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Holds the wire to the same nullness as the compiler: a record component that is not {@link Nullable} has to be there,
 * and has to be something. No list holds null, and no map has it for a value.
 */
final class NullnessIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isRecordComponent(member) ? (Boolean) !isNullable(member) : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        if (!isRecordComponent(member)) {
            return super.findSetterInfo(member);
        }
        return isNullable(member)
                ? JsonSetter.Value.forContentNulls(Nulls.FAIL)
                : JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL);
    }

    private static boolean isRecordComponent(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord();
    }

    private static boolean isNullable(Annotated member) {
        AnnotatedParameter parameter = (AnnotatedParameter) member;
        Constructor<?> constructor = (Constructor<?>) parameter.getOwner().getAnnotated();
        return constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
