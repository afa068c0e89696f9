/**
 * The product's promises as stories: a real server on a free port, real clients, a clock that can be turned.
 *
 * <p>{@link coderbased.story.World} holds the stage. One class per chapter: how a desktop gets in, how it is thrown
 * out, what survives, what goes wrong. Nothing here is a stand-in; the only thing between client and server is a {@link
 * coderbased.story.Cable} that a story may cut.
 */
package coderbased.story;
