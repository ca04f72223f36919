package dev.dragoman.server.app;

import dev.dragoman.core.campaign.Pacing;
import dev.dragoman.server.dialect.treble.EditorHooks;
import dev.dragoman.server.dialect.treble.StaticHeaders;
import dev.dragoman.server.dialect.treble.TrebleDoor;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.OptOutBook;
import dev.dragoman.server.store.Secrets;
import dev.dragoman.server.store.SessionList;
import java.util.function.LongSupplier;

/// What the treble dialect is joined to.
///
/// @param nowNanos since 1970
record TrebleRoom(
    Turns turns,
    Directory directory,
    BotShelf shelf,
    Settings.Treble manner,
    LongSupplier nowNanos) {

  /// The bodies of the editor's hooks.
  static EditorHooks hooks(Settings.Treble manner, Secrets secrets) {
    return new EditorHooks(
        new EditorHooks.Style(manner.integerIds(), manner.openAnswers()),
        new StaticHeaders(secrets::find));
  }

  /// Its door in this house.
  Door door(House house) {
    return TrebleDoor.open(
        new TrebleDoor.Parts(
            house.keys,
            turns,
            new TrebleDoor.Records(
                directory,
                house.stores.records().conversations(),
                house.stores.records().legs(),
                new SessionList(house.pool),
                house.bots,
                shelf),
            new TrebleDoor.Sources(
                house.channels.accounts,
                house.stores.numbers(),
                house.chances::objectId,
                nowNanos,
                new OptOutBook(house.pool, house.identities, house.stores.records().contacts())
                    ::among,
                new Pacing(manner.perSecond())),
            manner.updateNeedsKey()));
  }
}
