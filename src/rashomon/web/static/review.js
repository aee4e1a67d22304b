// The name of whoever decides is kept for the session, so that it is typed once.
"use strict";
for (const field of document.querySelectorAll("input[name=person]")) {
  field.value = sessionStorage.getItem("person") || "";
  field.form.addEventListener("submit", () => sessionStorage.setItem("person", field.value));
}
