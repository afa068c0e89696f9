package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ProblemReason;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Every refusal of the server's code names a reason of the closed list, with exactly the reason's arguments. */
final class RefusalsTest {

    private static final List<String> SERVER =
            List.of("auth-service", "chat-service", "file-service", "node", "protocol");

    @Test
    void everyRefusalNamesAReasonWithItsArguments() throws IOException {
        Refusals found = new Refusals();
        for (Path file : sources()) {
            found.scan(file);
        }
        assertEquals(List.of(), found.nameless, "a refusal is made from a ProblemReason");
        assertEquals(List.of(), found.wrong, "arguments that differ from those of the reason");
        assertEquals(EnumSet.allOf(ProblemReason.class), found.used, "each reason is given somewhere");
    }

    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : SERVER) {
            try (Stream<Path> walk = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                walk.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("Problem.java") && !file.endsWith("ProblemReason.java"))
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Collects the refusals that the code makes. */
    private static final class Refusals extends TreeScanner<Void, String> {

        private static final String LIST = "ProblemReason";

        /** Methods that get a reason and add its arguments themselves. */
        private static final Set<String> COMPLETING = Set.of("header");

        private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        private final List<String> nameless = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
        private final Set<ProblemReason> used = EnumSet.noneOf(ProblemReason.class);

        void scan(Path file) throws IOException {
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask)
                        compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjects(file));
                task.parse().forEach(unit -> scan(unit, file.toString()));
            }
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree member, String file) {
            if (member.getExpression().toString().equals(LIST)) {
                ProblemReason.of(member.getIdentifier().toString()).ifPresent(used::add);
            }
            return super.visitMemberSelect(member, file);
        }

        @Override
        public Void visitNewClass(NewClassTree made, String file) {
            if (made.getIdentifier().toString().equals("Problem")) {
                nameless.add(file + ": " + made);
            }
            compare(made.getArguments(), made.getArguments(), file + ": " + made);
            return super.visitNewClass(made, file);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, String file) {
            String method = call.getMethodSelect().toString();
            if (method.equals("Problem.of")) {
                nameless.add(file + ": " + call);
            }
            if (!COMPLETING.contains(method.substring(method.lastIndexOf('.') + 1))) {
                compare(call.getArguments(), call.getArguments(), file + ": " + call);
                if (call.getMethodSelect() instanceof MemberSelectTree member
                        && member.getIdentifier().contentEquals("problem")) {
                    compare(List.of(member.getExpression()), call.getArguments(), file + ": " + call);
                }
            }
            return super.visitMethodInvocation(call, file);
        }

        private void compare(
                List<? extends ExpressionTree> reasons, List<? extends ExpressionTree> arguments, String place) {
            for (ExpressionTree each : reasons) {
                if (each instanceof MemberSelectTree member
                        && member.getExpression().toString().equals(LIST)) {
                    Set<String> names = names(arguments);
                    ProblemReason.of(member.getIdentifier().toString())
                            .filter(reason -> !reason.arguments().equals(names))
                            .ifPresent(reason -> wrong.add(place + " gives " + names + ", not " + reason.arguments()));
                }
            }
        }

        private static Set<String> names(List<? extends ExpressionTree> arguments) {
            Set<String> names = new HashSet<>();
            for (ExpressionTree each : arguments) {
                if (each instanceof LiteralTree literal && literal.getValue() instanceof String name) {
                    names.add(name);
                }
            }
            return names;
        }
    }
}
