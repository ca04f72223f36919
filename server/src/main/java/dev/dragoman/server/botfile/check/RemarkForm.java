package dev.dragoman.server.botfile.check;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Defect;
import java.util.ArrayList;
import java.util.List;

/// How remarks and defects are told to programs, on the command line as by the API.
public final class RemarkForm {
  private RemarkForm() {}

  /// The remarks as a list, in their order.
  public static Value.List of(List<Remark> remarks) {
    return new Value.List(remarks.stream().<Value>map(RemarkForm::of).toList());
  }

  /// A remark: its place, its severity and the shortest way to see it.
  public static Value.Obj of(Remark remark) {
    List<Value> way = new ArrayList<>();
    remark.counterExample().forEach(step -> way.add(Value.of(step)));
    return members(remark.defect())
        .put("severity", remark.isError() ? "error" : "warning")
        .put("counterExample", new Value.List(way))
        .build();
  }

  /// A defect: its place and what is wrong there.
  public static Value.Obj of(Defect defect) {
    return members(defect).build();
  }

  private static ObjBuilder members(Defect defect) {
    return Value.Obj.builder()
        .put("file", defect.file())
        .put("line", defect.line())
        .put("column", defect.column())
        .put("path", defect.path())
        .put("code", defect.code())
        .put("message", defect.message());
  }
}
