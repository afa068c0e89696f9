package coderbased.story;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this very program with its folders packed: what Java learns about a program it keeps for jars only.
 */
final class ClassPathInJars {

    private ClassPathInJars() {}

    /** Packs into {@code folder}; returns the class path. */
    static String pack(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> jars = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (part.endsWith(".jar")) {
                jars.add(part);
            } else if (Files.isDirectory(Path.of(part))) {
                Path jar = folder.resolve(jars.size() + ".jar");
                pack(Path.of(part), jar);
                jars.add(jar.toString());
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.filter(each -> !each.equals(folder)).sorted().toList()) {
                String name = folder.relativize(one).toString().replace(File.separatorChar, '/');
                // Folders too: who looks for database migrations looks for theirs.
                out.putNextEntry(new JarEntry(Files.isDirectory(one) ? name + "/" : name));
                if (Files.isRegularFile(one)) {
                    Files.copy(one, out);
                }
            }
        }
    }
}
