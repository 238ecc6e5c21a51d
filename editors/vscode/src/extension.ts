import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { serverCommand } from "./command";

// what is an article by its name is for the server to say
const LANGUAGES = [
  ...["markdown", "mdx", "html", "plaintext", "typescriptreact", "javascriptreact"],
  ...["liquid", "nunjucks", "twig", "astro", "svelte", "vue"],
];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("medlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("medlint.path")) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.stop();
  await start();
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("medlint");
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  const command = serverCommand(settings.get("path", ""), folders);
  client = new LanguageClient(
    "medlint",
    { command, args: ["lsp"] },
    {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: { config: settings.get("config", ""), grades: settings.get("grades", true) },
      synchronize: { configurationSection: "medlint" },
    },
  );
  try {
    await client.start();
  } catch {
    client = undefined;
    const open = "Open Settings";
    const chosen = await vscode.window.showErrorMessage(
      `medlint: cannot start "${command} lsp"; install it with: pip install 'medlint[lsp]', or set medlint.path`,
      open,
    );
    if (chosen === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "medlint.path");
    }
  }
}
