package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Hours;
import dev.dragoman.core.room.Rules;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.TeamRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The groups and agents of the demo: made at its first start, left alone afterwards.
final class DemoDesk {
  private static final List<String> GROUPS = List.of("Support", "Sales");
  private static final List<String> AGENTS = List.of("Marta Vidal", "Joao Reis");
  private static final int CAPACITY = 5;

  private final House house;

  /// Groups with their numbers, agents with their keys.
  record Desk(Value.List groups, Value.List agents) {}

  DemoDesk(House house) {
    this.house = house;
  }

  /// What is written down of them.
  Desk load(int workspace, Value.Obj known) {
    if (known.get("groups") instanceof Value.List groups
        && known.get("agents") instanceof Value.List agents) {
      return new Desk(groups, agents);
    }
    List<Value> groups = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (String name : GROUPS) {
      int number = Math.toIntExact(house.stores.numbers().of(workspace, "group", "of " + name));
      Hours always = new Hours(ZoneId.of("UTC"), List.of());
      house.staffing.put(workspace, new TeamRow(number, name, always, Rules.STANDARD));
      numbers.add(number);
      groups.add(Value.Obj.builder().put("name", name).put("number", number).build());
    }
    List<Value> agents =
        AGENTS.stream().<Value>map(name -> agent(workspace, name, numbers)).toList();
    return new Desk(new Value.List(groups), new Value.List(agents));
  }

  private Value.Obj agent(int workspace, String name, List<Integer> groups) {
    String id = house.freshId();
    int number = Math.toIntExact(house.stores.numbers().of(workspace, "agent", id));
    String nickname = name.substring(0, name.indexOf(' '));
    Agent agent = new Agent(id, number, name, nickname, "", "");
    house.staffing.put(workspace, new Staffing.Configured(agent, CAPACITY, groups));
    Keys.Wanted wanted = new Keys.Wanted(Credential.Kind.AGENT, id, "demo", null, null);
    return Value.Obj.builder()
        .put("name", name)
        .put("id", id)
        .put("number", number)
        .put("key", house.keys.make(workspace, wanted).orElseThrow().key())
        .build();
  }
}
