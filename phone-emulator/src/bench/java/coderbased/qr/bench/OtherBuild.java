package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reader of another build, in a class loader of its own: both are measured in one run, by turns. */
final class OtherBuild implements AutoCloseable {

    private static final String PACKAGE = "coderbased.qr.";

    private final OwnClasses classes;
    private final Class<?> readers;
    private final Method packed;
    private final Object grey;

    /** Returns the folder of another build that the first argument names, if there are classes of a reader in it. */
    static Optional<Path> folder(String... arguments) {
        return Arrays.stream(arguments)
                .limit(1)
                .map(Path::of)
                .filter(folder -> Files.exists(folder.resolve("coderbased/qr/QrReader.class")))
                .findFirst();
    }

    /** @param folder compiled classes of the phone emulator, {@code target/classes} of another checkout */
    OtherBuild(Path folder) throws ReflectiveOperationException, MalformedURLException {
        classes = new OwnClasses(folder.toUri().toURL());
        readers = classes.loadClass(PACKAGE + "QrReader");
        Class<?> frames = Arrays.stream(readers.getMethods())
                .filter(method -> method.getName().equals("read"))
                .findFirst()
                .orElseThrow()
                .getParameterTypes()[0];
        Class<?> formats = frames.getMethod("format").getReturnType();
        packed = frames.getMethod("packed", byte[].class, int.class, int.class, formats);
        grey = formats.getField("GRAY8").get(null);
    }

    /** Returns a new reader of that build; {@code method} is how it reads a frame. */
    Contender reader(String method) throws ReflectiveOperationException {
        Object reader = readers.getConstructor().newInstance();
        Method read = readers.getMethod(method, packed.getDeclaringClass());
        return Contender.of("other build", frame -> texts(reader, read, frame));
    }

    private List<String> texts(Object reader, Method read, Frame frame) {
        try {
            Object result = read.invoke(
                    reader, packed.invoke(null, frame.pixels(), frame.width(), frame.height(), grey));
            List<String> texts = new ArrayList<>();
            for (Object reading : (List<?>) value(result, "readings")) {
                texts.add((String) value(reading, "text"));
            }
            return texts;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The other build has another reader", e);
        }
    }

    private static Object value(Object holder, String name) throws ReflectiveOperationException {
        return holder.getClass().getMethod(name).invoke(holder);
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }

    /** Takes the reader's package from the folder, all else from this program. */
    private static final class OwnClasses extends URLClassLoader {

        OwnClasses(URL folder) {
            super(new URL[] {folder}, OtherBuild.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
