package io.herald.identity;

import java.util.Arrays;

/** The people who can sign in. Their passwords are no secret: they open a demo on this machine. */
enum DemoPerson {
  ANN("ann@example.com", "Ann Example", "demo-ann"),
  BEN("ben@example.com", "Ben Example", "demo-ben");

  private final String email;
  private final String fullName;
  private final String password;

  DemoPerson(String email, String fullName, String password) {
    this.email = email;
    this.fullName = fullName;
    this.password = password;
  }

  static DemoPerson of(String email) {
    return Arrays.stream(values())
        .filter(person -> person.email.equals(email))
        .findFirst()
        .orElseThrow();
  }

  /** Their id as well: the token's {@code sub}. */
  public String email() {
    return email;
  }

  public String fullName() {
    return fullName;
  }

  public String password() {
    return password;
  }
}
