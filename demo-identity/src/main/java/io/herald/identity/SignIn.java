package io.herald.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the form; Spring Security takes what is typed. */
@Controller
class SignIn {

  private final DemoSettings settings;

  SignIn(DemoSettings settings) {
    this.settings = settings;
  }

  @GetMapping("/login")
  String form(Model model) {
    model.addAttribute("people", DemoPerson.values());
    model.addAttribute("application", settings.application());
    return "sign-in";
  }
}
