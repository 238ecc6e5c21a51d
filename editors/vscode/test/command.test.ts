import assert from "node:assert/strict";
import { test } from "node:test";
import { serverCommand } from "../src/command";

const venv = (path: string) => path === "/two/.venv/bin/medlint";

test("the command that is set comes first", () => {
  assert.equal(serverCommand("/opt/medlint", ["/two"], venv, "linux"), "/opt/medlint");
});

test("then that of the first workspace that has one", () => {
  assert.equal(serverCommand("", ["/one", "/two"], venv, "linux"), "/two/.venv/bin/medlint");
});

test("else the one on the path", () => {
  assert.equal(serverCommand("", ["/one"], venv, "linux"), "medlint");
  assert.equal(serverCommand("", [], venv, "linux"), "medlint");
});

test("Windows has its own folder", () => {
  assert.match(serverCommand("", ["/one"], () => true, "win32"), /Scripts.medlint\.exe$/);
});
