package dev.touchstone.report;

import dev.touchstone.mention.ArmPhrase;
import dev.touchstone.mention.Condition;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Normal;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.StudyPhrase;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Normal forms of mentions as JSON objects; what a form does not state is left out. */
final class NormalJson {

  /** Beyond it a plain number would be longer than the note. */
  private static final int LONGEST_PLAIN_SCALE = 400;

  private final JsonGenerator json;

  NormalJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Normal normal) {
    write(normal, null);
  }

  /** Writes the form with the id of the mention that it was taken from, if any. */
  void write(Normal normal, @Nullable String mention) {
    json.writeStartObject();
    if (normal instanceof Drug drug) {
      drug(drug);
    } else if (normal instanceof Dose dose) {
      dose(dose);
    } else if (normal instanceof Outcome outcome) {
      outcome(outcome);
    } else if (normal instanceof Measure measure) {
      measure(measure);
    } else if (normal instanceof ArmPhrase arm) {
      string("label", arm.label());
      string("drug", arm.drug());
      string("role", arm.role());
    } else if (normal instanceof Participants participants) {
      number("n", participants.n());
      string("role", participants.role());
      string("label", participants.label());
    } else if (normal instanceof Condition condition) {
      string("name", condition.name());
    } else if (normal instanceof StudyPhrase study) {
      string("phase", study.phase());
      string("registry", study.registry());
      string("design", study.design());
    }
    string("mention", mention);
    json.writeEndObject();
  }

  private void drug(Drug drug) {
    string("name", drug.name());
    json.writeName("ids");
    json.writeStartObject();
    drug.ids().forEach(json::writeStringProperty);
    json.writeEndObject();
    string("form", drug.form());
    string("kind", drug.kind().code());
    if (!drug.parts().isEmpty()) {
      json.writeName("parts");
      json.writeStartArray();
      drug.parts().forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void dose(Dose dose) {
    number("value", dose.value());
    number("low", dose.low());
    number("high", dose.high());
    string("unit", dose.unit());
    Dose.Frequency frequency = dose.frequency();
    if (frequency != null) {
      json.writeName("frequency");
      json.writeStartObject();
      number("times", frequency.times());
      number("per", frequency.per());
      string("unit", frequency.unit());
      json.writeEndObject();
    }
    string("route", dose.route());
    string("days", dose.days());
    Dose.Cycle cycle = dose.cycle();
    if (cycle != null) {
      json.writeName("cycle");
      json.writeStartObject();
      number("length", cycle.length());
      string("unit", cycle.unit());
      if (cycle.max() != null) {
        json.writeNumberProperty("max", cycle.max());
      }
      json.writeEndObject();
    }
    Dose.Amount daily = dose.daily();
    if (daily != null) {
      json.writeName("daily");
      json.writeStartObject();
      number("value", daily.value());
      string("unit", daily.unit());
      json.writeEndObject();
    }
    string("as", dose.as());
    Dose.Part part = dose.part();
    if (part != null) {
      string("part", part.code());
    }
  }

  private void outcome(Outcome outcome) {
    string("code", outcome.code());
    string("label", outcome.label());
    string("statistic", outcome.statistic());
    Outcome.TimePoint at = outcome.at();
    if (at != null) {
      json.writeName("at");
      json.writeStartObject();
      number("value", at.value());
      string("unit", at.unit());
      json.writeEndObject();
    }
    string("grade", outcome.grade());
    string("term", outcome.term());
    string("population", outcome.population());
    string("use", outcome.use());
  }

  private void measure(Measure measure) {
    string("kind", measure.kind().code());
    number("value", measure.value());
    number("low", measure.low());
    number("high", measure.high());
    number("level", measure.level());
    string("comparator", measure.comparator().symbol());
    string("unit", measure.unit());
    number("of", measure.of());
    Integer decimals = decimals(measure);
    if (decimals != null) {
      json.writeNumberProperty("decimals", decimals);
    }
    Measure.Missing missing = measure.missing();
    string("missing", missing == null ? null : missing.code());
  }

  private static @Nullable Integer decimals(Measure measure) {
    if (measure.value() != null) {
      return measure.value().decimals();
    }
    int low = measure.low() == null ? -1 : measure.low().decimals();
    int high = measure.high() == null ? -1 : measure.high().decimals();
    return Math.max(low, high) < 0 ? null : Integer.valueOf(Math.max(low, high));
  }

  private void number(String name, @Nullable ReportedNumber number) {
    number(name, number == null ? null : number.value());
  }

  private void number(String name, @Nullable BigDecimal value) {
    if (value != null) {
      json.writeName(name);
      boolean plain = Math.abs((long) value.scale()) <= LONGEST_PLAIN_SCALE;
      json.writeNumber(plain ? value.toPlainString() : value.toString());
    }
  }

  private void string(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}
