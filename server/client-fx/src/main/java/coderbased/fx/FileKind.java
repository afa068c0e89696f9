package coderbased.fx;

import java.util.List;
import java.util.Locale;

/** Kind of a file: selects its icon, and decides if it may be opened. */
public enum FileKind {
    PICTURE("mdi2f-file-image-outline", List.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "heic")),
    FILM("mdi2f-file-video-outline", List.of("mp4", "mov", "mkv", "webm", "avi")),
    SOUND("mdi2f-file-music-outline", List.of("mp3", "ogg", "opus", "wav", "m4a", "flac")),
    DOCUMENT(
            "mdi2f-file-document-outline",
            List.of("pdf", "txt", "md", "csv", "odt", "ods", "odp", "docx", "xlsx", "pptx")),
    ARCHIVE("mdi2f-folder-zip-outline", List.of("zip", "gz", "tar", "7z", "rar", "xz", "bz2")),
    OTHER("mdi2f-file-outline", List.of());

    private final String icon;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    FileKind(String icon, List<String> endings) {
        this.icon = icon;
        this.endings = endings;
    }

    /** Returns the kind by the ending of the name alone: the system also goes by it when it opens a file. */
    public static FileKind of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.endings.contains(ending)) {
                return kind;
            }
        }
        return OTHER;
    }

    public String icon() {
        return icon;
    }

    /** True if the system's program may open it. A file that is not known to be harmless can only be saved. */
    public boolean opens() {
        return this != OTHER && this != ARCHIVE;
    }
}
