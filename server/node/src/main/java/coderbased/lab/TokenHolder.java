package coderbased.lab;

/** The key pair and the token that a call is made with. */
interface TokenHolder {

    Keys keys();

    String token();
}
