package coderbased.camera;

/** The listener of a {@link CameraPipeline}. Each call comes on one of its threads and must return quickly. */
public interface PipelineListener {

    /** Pictures come: the first one, or the first one after a trouble. */
    void pictures();

    /** Called with a picture to show. */
    void preview(Preview picture);

    /** Called after a picture was searched for codes. */
    void looked(Look look);

    /** Called when there is no picture, or only black. The pipeline tries again by itself if that can help. */
    void trouble(CameraTrouble trouble);
}
