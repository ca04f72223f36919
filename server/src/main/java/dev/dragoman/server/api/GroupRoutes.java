package dev.dragoman.server.api;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.TeamRow;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Groups of agents: a number, a name, hours, and the triggers of the rooms in them.
final class GroupRoutes {
  static final String KIND = "group";
  private static final String TAG = "Groups and agents";
  private static final int LONGEST_NAME = 100;

  private final Staffing staffing;
  private final Numbers numbers;
  private final LongSupplier nowNanos;

  private record Wanted(@Nullable Long number, TeamRow team) {}

  GroupRoutes(Staffing staffing, Numbers numbers, LongSupplier nowNanos) {
    this.staffing = staffing;
    this.numbers = numbers;
    this.nowNanos = nowNanos;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/groups", new Named("listGroups", TAG, "Groups, by number"))
            .opens(Operation.STAFFED)
            .paged()
            .answers(200, "GroupPage", this::list),
        Operation.post("/groups", new Named("makeGroup", TAG, "A new group"))
            .reads("NewGroup")
            .answers(201, "Group", this::make),
        Operation.get("/groups/{number}", new Named("getGroup", TAG, "One group"))
            .opens(Operation.STAFFED)
            .answers(200, "Group", this::get),
        Operation.patch("/groups/{number}", new Named("changeGroup", TAG, "Its settings anew"))
            .matches()
            .reads("NewGroup")
            .answers(200, "Group", this::change),
        Operation.delete(
                "/groups/{number}",
                new Named("removeGroup", TAG, "Takes it away; rooms in it stay where they are"))
            .answers(204, null, this::remove));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        new Page.Keys("0", key -> key.matches("[0-9]{1,9}")),
        asked ->
            staffing.teams(call.workspace()).stream()
                .filter(team -> team.number() > Integer.parseInt(asked.after()))
                .limit(asked.limit())
                .map(team -> new Page.Entry(Integer.toString(team.number()), shown(team)))
                .toList());
  }

  private Value.Obj shown(TeamRow team) {
    ObjBuilder group = Value.Obj.builder().put("number", team.number()).put("name", team.name());
    group.put("open", team.hours().open(nowNanos.getAsLong()));
    return group.setAll(settings(team)).build();
  }

  private static Value.Obj settings(TeamRow team) {
    return Value.Obj.builder()
        .put("hours", GroupForm.shown(team.hours()))
        .put("triggers", GroupForm.shown(team.rules()))
        .build();
  }

  /// Whether it is open changes by itself and makes no edition.
  private static Edition edition(TeamRow team) {
    return Edition.ofContent(settings(team).with("name", Value.of(team.name())));
  }

  private Response answer(int status, TeamRow team) {
    return edition(team).on(Response.json(status, Json.write(shown(team))));
  }

  private Response get(Call call) {
    return team(call).map(team -> answer(200, team)).orElseGet(Problems::notFound);
  }

  private Response make(Call call) {
    return call.read(GroupRoutes::wanted, wanted -> made(call, wanted));
  }

  private static Decoded<Wanted> wanted(Fields fields) {
    Long number = fields.optionalWhole("number", 1, Integer.MAX_VALUE);
    String name = fields.text("name", 1, LONGEST_NAME);
    var hours = GroupForm.hours(fields);
    var rules = GroupForm.rules(fields);
    fields.refuseUnknown();
    return fields.decoded(() -> new Wanted(number, new TeamRow(0, name, hours, rules)));
  }

  private Response made(Call call, Wanted wanted) {
    String id = wanted.team().name();
    Long asked = wanted.number();
    if (staffing.teams(call.workspace()).stream()
        .anyMatch(team -> team.name().equalsIgnoreCase(id))) {
      return Problems.conflict("name", "Another group has this name.");
    }
    if (asked != null
        && !numbers.take(new Numbers.Owner(call.workspace(), asked + "/" + id), KIND, asked)) {
      return Problems.conflict(
          "number", "The number " + asked + " belongs to another group already.");
    }
    long number =
        asked == null ? numbers.of(call.workspace(), KIND, "of " + id) : asked.longValue();
    return put(call, 201, Math.toIntExact(number), wanted.team());
  }

  private Response put(Call call, int status, int number, TeamRow wanted) {
    TeamRow team = new TeamRow(number, wanted.name(), wanted.hours(), wanted.rules());
    return staffing.put(call.workspace(), team) ? answer(status, team) : nameTaken();
  }

  private static Response nameTaken() {
    return Problems.conflict("name", "Another group has this name.");
  }

  private Response change(Call call) {
    return team(call).map(before -> change(call, before)).orElseGet(Problems::notFound);
  }

  private Response change(Call call, TeamRow before) {
    return edition(before).isStale(call)
        ? Edition.stale(call)
        : call.read(GroupRoutes::wanted, wanted -> changed(call, before.number(), wanted.team()));
  }

  private Response changed(Call call, int number, TeamRow wanted) {
    TeamRow team = new TeamRow(number, wanted.name(), wanted.hours(), wanted.rules());
    return switch (staffing.change(call.workspace(), team, now -> !edition(now).isStale(call))) {
      case DONE -> answer(200, team);
      case NAME_TAKEN -> nameTaken();
      case STALE -> Edition.stale(call);
    };
  }

  /// The group of the number in the path, if this workspace has it.
  private Optional<TeamRow> team(Call call) {
    String given = call.request().place("number");
    return staffing.teams(call.workspace()).stream()
        .filter(team -> Integer.toString(team.number()).equals(given))
        .findFirst();
  }

  private Optional<Integer> number(Call call) {
    return team(call).map(TeamRow::number);
  }

  private Response remove(Call call) {
    return number(call).filter(number -> staffing.removeTeam(call.workspace(), number)).isPresent()
        ? Response.empty(204)
        : Problems.notFound();
  }
}
