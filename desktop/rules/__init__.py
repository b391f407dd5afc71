"""The rules of the house: functions of values, without Qt and without SQL."""
