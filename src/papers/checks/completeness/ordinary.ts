/** Short everyday words that councils print in capitals for emphasis, in forms and in headings. */
const everyday = new Set(`ACTION ADDED AGAIN AGENDA AGREE ALL ALSO AMBER AND ANNEX ANY APPENDIX APRIL ARE AUGUST AYE BAND BLACK BLUE BOTH CHAIR CLERK CLOSED COST DATE DAY DRAFT EACH ENDS EVENING FINAL FIRST FOR FREE FROM FRONT FULL GREAT GREEN GREY HALL HAVE HIGH
  INTO ITEM ITEMS JULY JUNE KEY LAND LAST LATE LEAD LEFT LIST LOST LOW MAJOR MARCH MAY MEAN MEDIAN MINOR MINUTE MORE MOST MUST NAME NAMED NEVER NEW NEXT NONE NOR NOT NOTE NOTED NOTES NOW OFFICE ONE ONLY OPEN ORDER OTHER OUR OUT OVER PAGE PAGES PART PARTS PLAN PLANS PLUS POLICY PRIOR
  RED REPORT ROAD SAME SECOND SENT SHALL SITE START STREET SUM TABLE TERM TERMS THAT THE THEN THERE THESE THIRD THIS TIME TOTAL TOWN TWO UNDER UNTIL VOTE VOTES WAS WEEK WERE WHITE WHOLE WILL WITH WORK YEAR YEARS YELLOW YES YOU YOUR`.split(/\s+/))
const ending = /(?:ED|ING|[TS]ION|MENT|ALS?|LY|ABLE|IVE|OUS|NESS|ITY|[AE]NCE)$/
/** Six letters and more that can be spoken: a vowel in every three letters or four. */
const spoken = (word: string): boolean => word.length >= 6 && !/[^AEIOUY]{4}/.test(word) && (word.match(/[AEIOUY]+/g) ?? []).length * 4 >= word.length && /[AEIOUY]/.test(word.slice(0, 3))

/** A word in capitals that is no abbreviation: RESOLVED, TOTAL, and the name of a place. */
export const isOrdinary = (word: string): boolean => word === word.toUpperCase() && (everyday.has(word) || (word.length > 4 && ending.test(word)) || spoken(word))
