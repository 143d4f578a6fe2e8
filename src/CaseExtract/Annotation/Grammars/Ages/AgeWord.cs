namespace CaseExtract.Annotation.Grammars;

/// <summary>What a word of <c>rules/age-word.tsv</c> does beside an age.</summary>
[Flags]
internal enum AgeWord
{
    /// <summary>Tells who is of an age: "man", "housewife".</summary>
    Person = 1,

    /// <summary>The same as a letter: "67F".</summary>
    SexLetter = 2,

    /// <summary>Is an age by itself: "neonate".</summary>
    Newborn = 4,

    /// <summary>Stands for unit and "old" together: "63 yo".</summary>
    YearsOld = 8,

    /// <summary>Before a number, makes it a rough one.</summary>
    Approximate = 16,

    /// <summary>What is old too, and no patient: "her 15-year-old breast implant".</summary>
    Thing = 32,

    /// <summary>Behind a number with its unit, ends the search for the person who is so old: "for 5 years [in] a man".</summary>
    Break = 64,

    /// <summary>Behind a number with its unit, makes it a time between two events: "a man, five years [after] gastrectomy".</summary>
    Between = 128,

    /// <summary>Goes on with the story behind an age that is told in passing: "A man of 66 [presented]".</summary>
    GoesOn = 256,

    /// <summary>Joins a person, or the word "age", with a number: "she [was] 62".</summary>
    Copula = 512,

    /// <summary>Stands for the patient before it.</summary>
    Pronoun = 1024,

    /// <summary>Behind the number of such a sentence, says at what it was so: "she was 62 [when]".</summary>
    Moment = 2048,

    /// <summary>Between "age" and its verb, says whose it is or at what: "the age [of the patient at presentation] was 61".</summary>
    Whose = 4096,

    /// <summary>Before "age", says that it is that of many.</summary>
    Average = 8192,

    /// <summary>Whose decade it is: "in [her] 60s".</summary>
    Possessive = 16384,

    /// <summary>Which part of it: "in his [late] fifties".</summary>
    PartOfDecade = 32768,
}
