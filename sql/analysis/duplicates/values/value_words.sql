select words.field, words.value_id, words.position, vocabulary.word_id
from linkage.words
join linkage.vocabulary using (field, word)
