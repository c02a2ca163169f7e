package io.herald.identity;

import java.util.Arrays;
import java.util.List;

/** The people who can sign in. Their passwords are no secret: they open a demo on this machine. */
enum DemoPerson {
  ANN("ann@example.com", "Ann Example", "demo-ann", List.of()),
  BEN("ben@example.com", "Ben Example", "demo-ben", List.of()),
  OLGA("olga@example.com", "Olga Operator", "demo-olga", List.of("admin"));

  private final String email;
  private final String fullName;
  private final String password;
  private final List<String> roles;

  DemoPerson(String email, String fullName, String password, List<String> roles) {
    this.email = email;
    this.fullName = fullName;
    this.password = password;
    this.roles = roles;
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

  /** What they may do in Herald besides. */
  public List<String> roles() {
    return roles;
  }
}
