package coderbased.protocol;

/**
 * The Chat Service's HTTP calls for files: paths and bodies. All carry {@code Authorization: DPoP} and a {@link Dpop}
 * proof; every answer that is not a success is a {@link Problem}.
 *
 * <p>A file is uploaded in as many pieces as it takes, each at the offset where the last ended, so that a lost
 * connection costs no more than the piece under way. It belongs to the uploading account until a message carries it;
 * from then on whoever may see that message may fetch it.
 */
public final class FileHttp {

    /**
     * {@code POST} {@link NewUpload}: 201 {@link Upload}. Where the same account uploaded the same bytes, complete at
     * once.
     */
    public static final String UPLOADS = "/files";

    /**
     * {@code GET}: {@link Upload}. {@code PATCH}: raw bytes, at most {@link Protocol#MAX_PIECE_BYTES}, with
     * {@link #OFFSET_HEADER}: {@link Upload}, or 409 {@link ErrorCode#WRONG_OFFSET}, or 422 {@link ErrorCode#DAMAGED}
     * where all bytes are there and are not what was announced; it then begins anew. {@code DELETE}: 204.
     */
    public static final String UPLOAD = "/files/{id}";

    /** {@code GET}: the bytes of a message's file; understands {@code Range} (RFC 9110 section 14). */
    public static final String MESSAGE_FILE = "/chat/{conversation}/messages/{seq}/file";

    /** {@code GET}: the bytes of a group's picture. */
    public static final String GROUP_PICTURE = "/chat/{conversation}/picture";

    /** The position in the file of the bytes of a {@code PATCH}. */
    public static final String OFFSET_HEADER = "Upload-Offset";

    private FileHttp() {}

    /** Device to server. */
    public record NewUpload(String sha256, long size) {}

    /**
     * Server to device.
     *
     * @param received number of bytes that have arrived; the next piece begins here
     * @param complete true if all bytes have arrived and match the announced hash
     */
    public record Upload(String id, long received, boolean complete) {}
}
