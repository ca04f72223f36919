package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Workspaces;
import java.util.List;

/// The tenants: seen and made by administrators of the first one.
final class WorkspaceRoutes {
  private static final String TAG = "Workspaces";
  private static final int LONGEST_NAME = 100;

  private final Workspaces workspaces;
  private final Keys keys;

  WorkspaceRoutes(Workspaces workspaces, Keys keys) {
    this.workspaces = workspaces;
    this.keys = keys;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
                "/workspaces",
                new Named("listWorkspaces", TAG, "All workspaces, oldest first; first one only"))
            .paged()
            .answers(200, "WorkspacePage", this::list),
        Operation.post(
                "/workspaces",
                new Named("makeWorkspace", TAG, "A new workspace with its first admin key"))
            .reads("NewWorkspace")
            .answers(201, "MadeWorkspace", this::make));
  }

  private boolean isFirst(Call call) {
    return workspaces.all().getFirst().number() == call.workspace();
  }

  private Response list(Call call) {
    return isFirst(call)
        ? Page.of(call, new Page.Keys("0", key -> key.matches("[0-9]{1,9}")), this::entries)
        : Problems.forbidden();
  }

  private List<Page.Entry> entries(Page.Asked asked) {
    int after = Integer.parseInt(asked.after());
    return workspaces.all().stream()
        .filter(one -> one.number() > after)
        .limit(asked.limit())
        .map(one -> new Page.Entry(Integer.toString(one.number()), shown(one)))
        .toList();
  }

  private static Value.Obj shown(Workspaces.Workspace workspace) {
    return Value.Obj.builder()
        .put("number", workspace.number())
        .put("name", workspace.name())
        .build();
  }

  private Response make(Call call) {
    return isFirst(call)
        ? call.read(
            fields -> {
              String name = fields.text("name", 1, LONGEST_NAME);
              fields.refuseUnknown();
              return fields.decoded(() -> name);
            },
            this::made)
        : Problems.forbidden();
  }

  private Response made(String name) {
    Workspaces.Workspace workspace = workspaces.make(name);
    Keys.Wanted wanted = new Keys.Wanted(Credential.Kind.ADMIN, null, "first", null, null);
    Keys.Made key = keys.make(workspace.number(), wanted).orElseThrow();
    Value.Obj document =
        Value.Obj.builder()
            .put("workspace", shown(workspace))
            .put("key", Value.Obj.builder().put("id", key.id()).put("key", key.key()).build())
            .build();
    return Response.json(201, Json.write(document));
  }
}
