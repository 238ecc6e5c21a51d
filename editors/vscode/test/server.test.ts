import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

interface Published {
  uri: string;
  version: number;
  diagnostics: { code: string; range: { start: { line: number; character: number } } }[];
}

const command = process.env.MEDLINT;

test("the server talks to the library that VS Code talks with", { skip: command ? false : "MEDLINT is not set" }, async () => {
  const server = spawn(command ?? "", ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published = new Promise<Published>((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", resolve);
  });
  connection.listen();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  const text = "😀 Ketamine is completely safe.\n";
  const textDocument = { uri: "untitled:Untitled-1", languageId: "markdown", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const { version, diagnostics } = await published;
  assert.equal(version, 1);
  const found = diagnostics.find((diagnostic) => diagnostic.code === "SAF001");
  // strings are UTF-16 here, too
  assert.equal(found?.range.start.character, text.indexOf("is completely"));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  connection.dispose();
});
