package coderbased.node;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Calls in the code that look a sentence up, {@code MESSAGES.text(key, name, value, …)}, and all literals. */
final class SentenceCalls extends TreeScanner<Void, String> {

    private static final String CALL = "MESSAGES.text";
    private static final Pattern SENTENCE = Pattern.compile("(?s).*\\p{L}{2,}[.,…:]? \\p{L}.*");
    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile(".*(?<!IllegalArgument|Problem|Startup|Parameter|TypeConversion)(Exception|Error)");

    /** Annotations that may describe a command or an option. */
    private static final Set<String> COMMAND_LINE = Set.of("Command", "Option", "Parameters");

    final List<Call> calls = new ArrayList<>();
    final Set<String> literals = new HashSet<>();
    final List<String> keptInStaticFields = new ArrayList<>();

    /** Literals of several words that are neither logged nor for programmers. */
    final Set<String> left = new TreeSet<>();

    private boolean inStaticField;
    private boolean unread;

    /** One call: the keys it may look up; none if they come from elsewhere. A name that is no literal is its code. */
    record Call(String file, List<String> keys, Set<String> names) {}

    static SentenceCalls of(Stream<Path> files) throws IOException {
        SentenceCalls found = new SentenceCalls();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files.toList()));
            task.parse().forEach(unit -> found.scan(unit, unit.getSourceFile().getName()));
        }
        return found;
    }

    @Override
    public Void visitVariable(VariableTree field, String file) {
        boolean before = inStaticField;
        inStaticField = field.getModifiers().getFlags().contains(Modifier.STATIC);
        super.visitVariable(field, file);
        inStaticField = before;
        return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree later, String file) {
        boolean before = inStaticField;
        inStaticField = false;
        super.visitLambdaExpression(later, file);
        inStaticField = before;
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, String file) {
        if (literal.getValue() instanceof String text) {
            literals.add(text);
            if (!unread && SENTENCE.matcher(text).matches()) {
                left.add(text);
            }
        }
        return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, String file) {
        return COMMAND_LINE.contains(annotation.getAnnotationType().toString())
                ? super.visitAnnotation(annotation, file)
                : unread(() -> super.visitAnnotation(annotation, file));
    }

    @Override
    public Void visitNewClass(NewClassTree made, String file) {
        return FOR_PROGRAMMERS.matcher(made.getIdentifier().toString()).matches()
                ? unread(() -> super.visitNewClass(made, file))
                : super.visitNewClass(made, file);
    }

    /** Visits what no person who uses the program reads. */
    private Void unread(Supplier<Void> inner) {
        boolean before = unread;
        unread = true;
        Void nothing = inner.get();
        unread = before;
        return nothing;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String file) {
        if (call.getMethodSelect().toString().startsWith("LOG.")) {
            return unread(() -> super.visitMethodInvocation(call, file));
        }
        if (call.getMethodSelect().toString().equals(CALL)) {
            calls.add(new Call(file, keys(call.getArguments().getFirst()), names(call.getArguments())));
            if (inStaticField) {
                keptInStaticFields.add(file + ": " + call);
            }
        }
        return super.visitMethodInvocation(call, file);
    }

    private static List<String> keys(Tree key) {
        return switch (key) {
            case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> keys(inner.getExpression());
            case ConditionalExpressionTree choice ->
                Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                        .flatMap(either -> keys(either).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static Set<String> names(List<? extends ExpressionTree> arguments) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            names.add(
                    arguments.get(i) instanceof LiteralTree literal
                            ? String.valueOf(literal.getValue())
                            : arguments.get(i).toString());
        }
        return names;
    }
}
