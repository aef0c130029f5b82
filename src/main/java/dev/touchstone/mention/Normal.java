package dev.touchstone.mention;

/** The normal form of a mention, one record per {@link MentionType}. */
public sealed interface Normal
    permits Drug, Dose, Outcome, Measure, ArmPhrase, Participants, Condition, StudyPhrase {}
